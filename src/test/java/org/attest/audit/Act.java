package org.attest.audit;

import java.util.Map;

/** A deed of these tests. */
record Act(String chain, String object, String subject, Map<String, String> fields) implements Deed {

    static Act in(String chain) {
        return new Act(chain, "thing 1", null, Map.of());
    }

    @Override
    public Actor by() {
        return new Actor("TESTER", "Tess Ter", "coordinator");
    }
}
