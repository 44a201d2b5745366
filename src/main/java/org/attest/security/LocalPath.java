package org.attest.security;

import java.net.URI;

/** An address within Attest, to go on to after signing in. Anything that could lead elsewhere becomes the home page. */
final class LocalPath {

    private static final int LONGEST = 2000;

    private LocalPath() {}

    static URI of(String typed) {
        var home = URI.create("/");
        if (typed == null || typed.length() > LONGEST) return home;
        // browsers read // and /\ as the beginning of another host, and drop control characters before they look
        if (!typed.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*")) return home;
        if (typed.matches("/sign-(in|out)\\b.*")) return home;
        try {
            var uri = new URI(typed);
            return uri.getHost() == null && uri.getScheme() == null ? uri : home;
        } catch (java.net.URISyntaxException e) {
            return home;
        }
    }
}
