package org.attest.security;

import io.vertx.core.http.HttpServerRequest;

/**
 * Where a request comes from.
 *
 * @param address of the client, as the proxy in front tells it
 * @param agent browser and system in a few words, for their owner to recognise
 */
record Browser(String address, String agent) {

    private static final int LONGEST_ADDRESS = 60;

    static Browser of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        var address = remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
        if (address.equals("0:0:0:0:0:0:0:1") || address.equals("::1")) address = "127.0.0.1";
        return new Browser(
                address.length() > LONGEST_ADDRESS ? address.substring(0, LONGEST_ADDRESS) : address,
                inWords(request.getHeader("User-Agent")));
    }

    static String inWords(String agent) {
        if (agent == null) return "Unknown browser";
        var browser = agent.contains("Edg/")
                ? "Edge"
                : agent.contains("Firefox/")
                        ? "Firefox"
                        : agent.contains("Chrome/")
                                ? "Chrome"
                                : agent.contains("Safari/") ? "Safari" : "Unknown browser";
        var system = agent.contains("Android")
                ? "Android"
                : agent.contains("iPhone") || agent.contains("iPad")
                        ? "iOS"
                        : agent.contains("Windows")
                                ? "Windows"
                                : agent.contains("Mac OS") ? "macOS" : agent.contains("Linux") ? "Linux" : null;
        return system == null ? browser : browser + " on " + system;
    }
}
