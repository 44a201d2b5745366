package org.attest.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody came with this secret and wants to be known by it. */
class SessionRequest extends BaseAuthenticationRequest {

    private final String secret;

    SessionRequest(String secret) {
        this.secret = secret;
    }

    String secret() {
        return secret;
    }
}
