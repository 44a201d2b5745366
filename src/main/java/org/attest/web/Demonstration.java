package org.attest.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this is a demonstration with invented people; every page says so while it is. */
@Named("demonstration")
@ApplicationScoped
public class Demonstration {

    @ConfigProperty(name = "attest.demo")
    boolean on;

    public boolean isOn() {
        return on;
    }
}
