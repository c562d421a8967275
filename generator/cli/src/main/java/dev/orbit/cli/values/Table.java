package dev.orbit.cli.values;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A table of comma-separated values (RFC 4180: fields may be quoted, a quote is doubled), with a line of names or without.
 * The first line is one of names if one of its fields is neither a number nor missing.
 *
 * @param names of the columns; empty without such a line
 * @param rows the fields of the other lines
 */
record Table(List<String> names, List<List<String>> rows) {
    Table {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /** What a text is not, as a sentence for the user. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static Table parse(String text) throws Unreadable {
        List<List<String>> lines = new Fields(text).lines();
        if (lines.isEmpty()) {
            throw new Unreadable("it is empty");
        }
        boolean named = lines.get(0).stream().anyMatch(field -> number(field).isEmpty());
        return new Table(
                named ? lines.get(0).stream().map(String::strip).toList() : List.of(),
                lines.subList(named ? 1 : 0, lines.size()));
    }

    /**
     * Where nothing is asked for: for one number a row, the column of this name if there is one, else the last; for several, all
     * columns.
     */
    List<Integer> columnsFor(String name, int width) throws Unreadable {
        int all = names.isEmpty() ? (rows.isEmpty() ? width : rows.get(0).size()) : names.size();
        if (width == 1) {
            return List.of(names.contains(name) ? names.indexOf(name) : all - 1);
        }
        if (all != width) {
            throw new Unreadable("it has " + Wanted.count(all, "column") + ", and a row of `" + name + "` has "
                    + Wanted.count(width, "number") + "; say which, as in `:2.." + (width + 1)
                    + "` or `:first,second`");
        }
        return IntStream.range(0, width).boxed().toList();
    }

    /**
     * The columns that are asked for.
     *
     * @param asked the name of one, or names and numbers (from 1) and ranges of them: {@code low,high}, {@code 2..6}
     * @param width how many there must be
     */
    List<Integer> columns(String asked, int width) throws Unreadable {
        List<Integer> columns = new ArrayList<>();
        if (names.contains(asked)) {
            columns.add(names.indexOf(asked));
        } else {
            for (String part : asked.split(",", -1)) {
                int dots = part.indexOf("..");
                int first = find(dots < 0 || names.contains(part) ? part : part.substring(0, dots));
                int last = dots < 0 || names.contains(part) ? first : find(part.substring(dots + 2));
                for (int column = first; column <= last; column++) {
                    columns.add(column);
                }
            }
        }
        if (columns.size() != width) {
            throw new Unreadable("`" + asked + "` is " + Wanted.count(columns.size(), "column") + ", and "
                    + Wanted.count(width, "number") + (width == 1 ? " is" : " are") + " wanted from each row");
        }
        return columns;
    }

    /** The numbers of these columns, row by row; a field that is empty or NA is NaN. */
    double[] numbers(List<Integer> columns) throws Unreadable {
        double[] numbers = new double[Math.multiplyExact(rows.size(), columns.size())];
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            for (int j = 0; j < columns.size(); j++) {
                int at = columns.get(j);
                if (at >= row.size()) {
                    throw new Unreadable("row " + (i + 1) + " has " + Wanted.count(row.size(), "field"));
                }
                OptionalDouble number = number(row.get(at));
                if (number.isEmpty()) {
                    throw new Unreadable("row " + (i + 1) + " has `" + row.get(at) + "`");
                }
                numbers[i * columns.size() + j] = number.getAsDouble();
            }
        }
        return numbers;
    }

    /** The place of a column, from 0, by its name or its number from 1. */
    private int find(String asked) throws Unreadable {
        if (names.contains(asked)) {
            return names.indexOf(asked);
        }
        if (asked.matches("[1-9][0-9]{0,5}")) {
            return Integer.parseInt(asked) - 1;
        }
        throw new Unreadable("it has no column `" + asked + "`"
                + (names.isEmpty() ? "; its columns have no names" : ", but " + String.join(", ", names)));
    }

    private static OptionalDouble number(String field) {
        String text = field.strip();
        return text.isEmpty() || text.equals("NA") ? OptionalDouble.of(Double.NaN) : Decimals.parse(text);
    }

    /** Splits text into lines of fields; empty lines are left out. */
    private static final class Fields {
        private final String text;
        private int at;

        Fields(String text) {
            this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        }

        List<List<String>> lines() throws Unreadable {
            List<List<String>> lines = new ArrayList<>();
            while (at < text.length()) {
                List<String> line = line();
                if (line.size() > 1 || !line.get(0).isBlank()) {
                    lines.add(line);
                }
            }
            return lines;
        }

        private List<String> line() throws Unreadable {
            List<String> fields = new ArrayList<>();
            fields.add(field());
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                fields.add(field());
            }
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            return fields;
        }

        private String field() throws Unreadable {
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            int start = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted() throws Unreadable {
            StringBuilder field = new StringBuilder();
            for (at++; at < text.length(); at++) {
                boolean quote = text.charAt(at) == '"';
                if (quote && !text.startsWith("\"\"", at)) {
                    at++;
                    if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                        throw new Unreadable("there is something behind the quote that closes a field");
                    }
                    return field.toString();
                }
                at += quote ? 1 : 0;
                field.append(text.charAt(at));
            }
            throw new Unreadable("a quote is not closed");
        }
    }
}
