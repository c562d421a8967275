package dev.orbit.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259) into {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Double} and
 * {@code Boolean}, for files that a model wrote itself.
 */
final class Json {
    private static final int DEEPEST = 16;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if it is no JSON, a name occurs twice, or it is nested deeper than {@value #DEEPEST} */
    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.skip();
        if (json.at < text.length()) {
            throw json.wrong("the end");
        }
        return value;
    }

    private IllegalArgumentException wrong(String expected) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - text.lastIndexOf('\n', at - 1);
        return new IllegalArgumentException(
                "this is no JSON: line " + line + ", column " + column + ": " + expected + " was expected");
    }

    private void skip() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accept(String token) {
        skip();
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private void require(String token) {
        if (!accept(token)) {
            throw wrong("`" + token + "`");
        }
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("less nesting");
        }
        if (accept("{")) {
            return fields(depth);
        } else if (accept("[")) {
            return entries(depth);
        } else if (accept("\"")) {
            return string();
        } else if (accept("true")) {
            return true;
        } else if (accept("false")) {
            return false;
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw wrong("a value");
        }
        at = number.end();
        return Double.valueOf(number.group());
    }

    private Map<String, Object> fields(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (accept("}")) {
            return fields;
        }
        do {
            require("\"");
            String name = string();
            require(":");
            if (fields.put(name, value(depth + 1)) != null) {
                throw wrong("another name than `" + name + "`, which was there before,");
            }
        } while (accept(","));
        require("}");
        return fields;
    }

    private List<Object> entries(int depth) {
        List<Object> entries = new ArrayList<>();
        if (accept("]")) {
            return entries;
        }
        do {
            entries.add(value(depth + 1));
        } while (accept(","));
        require("]");
        return entries;
    }

    /** The rest of a string, behind its opening quote. */
    private String string() {
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escape() : c);
        }
        if (at >= text.length()) {
            throw wrong("a closing quote");
        }
        at++;
        return string.toString();
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at) : ' ';
        int known = ESCAPES.indexOf(c);
        if (known >= 0) {
            at++;
            return ESCAPED.charAt(known);
        }
        if (c != 'u' || at + 5 > text.length()) {
            throw wrong("an escape of JSON");
        }
        int code = 0;
        for (int i = 1; i <= 4; i++) {
            int digit = Character.digit(text.charAt(at + i), 16);
            if (digit < 0) {
                throw wrong("four hexadecimal digits");
            }
            code = 16 * code + digit;
        }
        at += 5;
        return (char) code;
    }
}
