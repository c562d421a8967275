package dev.orbit.maven.generate;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which files of a folder are meant: those that one of the includes fits and none of the excludes, as Ant writes patterns.
 * {@code *} and {@code ?} stand for characters of one name, {@code **} for any folders; a pattern that ends in a slash means
 * all below.
 */
public record Selection(List<String> includes, List<String> excludes) {
    public static final Selection ALL = new Selection(List.of("**/*.orbit"), List.of());

    public Selection {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** @param path below the folder, with forward slashes */
    boolean fits(String path) {
        return includes.stream().anyMatch(pattern -> fits(pattern, path))
                && excludes.stream().noneMatch(pattern -> fits(pattern, path));
    }

    private static boolean fits(String pattern, String path) {
        String whole = pattern.replace('\\', '/') + (pattern.endsWith("/") ? "**" : "");
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < whole.length()) {
            if (whole.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 3;
            } else if (whole.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else {
                char c = whole.charAt(at);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                at++;
            }
        }
        return path.matches(regex.toString());
    }
}
