package dev.orbit.compiler.emit;

import java.util.regex.Pattern;

/** What a person lays out otherwise than JavaPoet does. */
final class Layout {
    private static final Pattern SHORT_DOC = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n@]{1,88})\\n *\\*/$");
    private static final Pattern PRIVATE_FIELDS =
            Pattern.compile("(?m)^( {4,8}private (?:final )?[^\\n(]*;)\\n\\n(?= {4,8}private (?:final )?[^\\n({]*;$)");

    private Layout() {}

    /** A documentation of one line on one line; private fields without lines between them. */
    static String tidy(String java) {
        String docs = SHORT_DOC.matcher(java).replaceAll("$1/** $2 */");
        return PRIVATE_FIELDS.matcher(docs).replaceAll("$1\n");
    }
}
