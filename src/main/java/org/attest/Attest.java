package org.attest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Where everything begins: without arguments the application, with arguments one of its programs. */
@QuarkusMain
public class Attest {

    public static void main(String... arguments) {
        if (arguments.length == 0) Quarkus.run(Running.class);
        else System.exit(new ProgramCall(List.of(arguments), new NearTerminal()).exitCode());
    }
}
