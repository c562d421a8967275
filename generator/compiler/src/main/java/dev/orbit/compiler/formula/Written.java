package dev.orbit.compiler.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name taken apart for typesetting.
 *
 * @param stem the letter or word that stands on the line
 * @param subscripts what stands below: {@code 0} of {@code h0}, {@code true} of {@code y_true}, then indices
 */
record Written(String stem, List<String> subscripts) {
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}+)(\\d+)");

    static Written of(Name name) {
        List<String> parts = new ArrayList<>(List.of(name.base().split("_")));
        parts.removeIf(String::isEmpty);
        String stem = parts.isEmpty() ? name.base() : parts.remove(0);
        Matcher numbered = NUMBERED.matcher(stem);
        if (numbered.matches()) {
            stem = numbered.group(1);
            parts.add(0, numbered.group(2));
        }
        parts.addAll(name.indices());
        return new Written(stem, List.copyOf(parts));
    }
}
