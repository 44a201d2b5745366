package org.attest.vetting;

/** How well a figure is sourced. Only a verified one is law or the issuing body's own word; a force confirms every other. */
public enum StatusMark {
    V("Read in the source itself"),
    V1("Local practice or an older edition"),
    V2("Read in a report about the source"),
    U("No source seen"),
    I("A proposal of this product");

    private final String words;

    StatusMark(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether the page says “Confirm with your force”. */
    public boolean toBeConfirmed() {
        return this != V;
    }
}
