package org.attest.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One choice of a select, of radios or of ticked boxes. */
public record Option(String value, String text) {

    /** A choice for each constant of an enumeration, by its words. */
    public static <E extends Enum<E>> List<Option> of(Class<E> type, Function<E, String> words) {
        var options = new ArrayList<Option>();
        for (E constant : type.getEnumConstants()) options.add(new Option(constant.name(), words.apply(constant)));
        return options;
    }
}
