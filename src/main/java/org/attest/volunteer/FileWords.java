package org.attest.volunteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attest.web.Refused;

/** The words forces use for what Attest has a list of. An unknown word is refused with the list, never guessed. */
public class FileWords<T> {

    /** Yes and no. */
    public static final FileWords<Boolean> YES_OR_NO = new FileWords<Boolean>("a yes or a no")
            .with(true, "Yes", "y, true, 1, x, tick")
            .with(false, "No", "n, false, 0, none, never");

    private final String what;
    private final Map<T, String> shown = new LinkedHashMap<>();
    private final Map<String, T> meanings = new HashMap<>();
    private final Set<T> unlisted = new HashSet<>();

    /** @param what to follow “this is not ” in a refusal */
    public FileWords(String what) {
        this.what = what;
    }

    /** A value with the word for it here, and those that forces use, divided by commas. */
    public FileWords<T> with(T value, String word, String others) {
        shown.put(value, word);
        meanings.put(FileColumn.folded(word), value);
        for (var other : others.split(",\\s*")) if (!other.isBlank()) meanings.put(other, value);
        return this;
    }

    /** A value that a file may name and that is not offered: it is refused later, with its own reason. */
    public FileWords<T> unlisted(T value, String word, String others) {
        with(value, word, others);
        unlisted.add(value);
        return this;
    }

    /** What the word means. */
    public T of(String typed) {
        var value = meanings.get(FileColumn.folded(typed));
        if (value == null) throw new Refused("this is not " + what + ". Write " + list(), "");
        return value;
    }

    /** The word for a value; the value must be one of the list. */
    public String inWords(Object value) {
        return shown.get(value);
    }

    /** The words for all values, in order. */
    public List<String> allowed() {
        return shown.keySet().stream()
                .filter(value -> !unlisted.contains(value))
                .map(shown::get)
                .toList();
    }

    private String list() {
        var all = new ArrayList<>(allowed());
        var last = all.remove(all.size() - 1);
        return all.isEmpty() ? last : String.join(", ", all) + " or " + last;
    }
}
