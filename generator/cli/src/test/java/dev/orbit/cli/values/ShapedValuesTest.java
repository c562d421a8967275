package dev.orbit.cli.values;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.Schema;
import dev.orbit.runtime.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors, matrices and indices in a file of values. */
class ShapedValuesTest {
    private static final Schema SCHEMA = Schema.of("Layer", Steps.open())
            .parameters(
                    Parameter.of("W", 2, 3),
                    Parameter.of("b", 2),
                    Parameter.of("g").startingAt(1))
            .columns(
                    Column.input("x", 3).overSteps(),
                    Column.input("M", 2, 2).overSteps(),
                    Column.target("y").overSteps(),
                    Column.input("c").indexing(1, 4).overSteps(),
                    Column.input("start", 2).indexing(0, 9));
    private static final Layout LAYOUT =
            new Layout(SCHEMA, Optional.of("T"), Map.of("W", "[m, 3*k]", "b", "[m]", "x", "[3*k]", "M", "[2, 2]"));

    private static final String W = "[[1, 2, 3], [4, 5, 6]]";
    private static final String X = "[[1, 2, 3], [4, 5, 6]]";
    private static final String M = "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]";

    @TempDir
    private Path folder;

    @Test
    void nestedArraysAreReadRowByRowStepFirst() {
        Point point = read(text(W, "[7, 8]", X, M, "[0.5, 1.5]", "[1, 4]", "[0, 9]"));

        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 1}, point.parameters());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, column(point, "x"));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, column(point, "M"));
        assertArrayEquals(new int[] {1, 4}, point.examples().indices(SCHEMA.column("c")));
        assertArrayEquals(new int[] {0, 9}, point.examples().indices(SCHEMA.column("start")));
        assertEquals(2, point.examples().steps(0));
    }

    @Test
    void examplesMayDifferInLength() {
        String text = "{\"W\": " + W + ", \"b\": [7, 8], \"examples\": [\n"
                + "{\"x\": " + X + ", \"M\": " + M + ", \"y\": [1, 2], \"c\": [1, 2], \"start\": [0, 1]},\n"
                + "{\"x\": [[7, 8, 9]], \"M\": [[[1, 2], [3, 4]]], \"y\": [3], \"c\": [3], \"start\": [2, 3]}]}";

        Point point = read(text);

        assertEquals(2, point.examples().count());
        assertEquals(1, point.examples().steps(1));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, column(point, "x"));
        assertArrayEquals(new int[] {0, 1, 2, 3}, point.examples().indices(SCHEMA.column("start")));
    }

    @Test
    void tablesGiveColumnsOfStepsRowsOfMatricesAndEntriesOfVectors() throws IOException {
        Files.writeString(folder.resolve("W.csv"), "1,2,3\n4,5,6\n");
        Files.writeString(folder.resolve("b.csv"), "7\n8\n");
        Files.writeString(folder.resolve("data.csv"), "day,y,u,v,w,c\nmon,0.5,1,2,3,1\ntue,NA,4,5,6,4\n");
        Files.writeString(folder.resolve("m.csv"), "1,2,3,4\n5,6,7,8\n");

        for (String x : List.of("u,v,w", "3..5", "u..w", "u,4..5")) {
            Point point = read(text(
                    "\"@W.csv\"",
                    "\"@b.csv\"",
                    "\"@data.csv:" + x + "\"",
                    "\"@m.csv\"",
                    "\"@data.csv:y\"",
                    "\"@data.csv\"",
                    "[0, 9]"));

            assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 1}, point.parameters());
            assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, column(point, "x"));
            assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, column(point, "M"));
            assertArrayEquals(new double[] {0.5, Double.NaN}, column(point, "y"));
            assertArrayEquals(new int[] {1, 4}, point.examples().indices(SCHEMA.column("c")));
        }
        wrong(
                "\"@data.csv\"",
                X,
                "ORB538",
                "it has 6 columns, and a row of `W` has 3 numbers; say which, as in `:2..4`");
        wrong(W, "\"@data.csv:u,v\"", "ORB538", "`u,v` is 2 columns, and 3 numbers are wanted from each row");
        wrong(W, "\"@data.csv:u,v,z\"", "ORB538", "no column `z`, but day, y, u, v, w, c");
        wrong("\"@data.csv:u,v,w\"", "\"@data.csv:day,u,v\"", "ORB538", "row 1 has `mon`");
        wrong(W, "\"@W.csv:2..4\"", "ORB538", "row 1 has 3 fields");
        wrong("\"@b3.csv:1,1,1\"", X, "ORB538", "there is no such file");
        Files.writeString(folder.resolve("b3.csv"), "1\n2\n3\n");
        wrong("\"@b3.csv:1,1,1\"", X, "ORB533", "`W` is [m, 3*k] = [2, 3]; `b3.csv` has 3 rows");
    }

    @Test
    void aWrongShapeNamesTheEntryAndBothShapes() {
        wrong("[[1, 2, 3], [4, 5, 6, 7]]", X, "ORB533", "`W` is [m, 3*k] = [2, 3]; row 2 has 4 numbers");
        wrong("[[1, 2, 3], [4]]", X, "ORB533", "row 2 has 1 number");
        wrong("[[1, 2, 3]]", X, "ORB533", "`W` is [m, 3*k] = [2, 3]; here is 1 row");
        wrong("[[1, 2, 3], 4]", X, "ORB533", "`W` is [m, 3*k] = [2, 3]; row 2 is a number");
        wrong("[1, 2, 3, 4, 5, 6]", X, "ORB533", "`W` is [m, 3*k] = [2, 3]; here is an array of 6");
        wrong("7", X, "ORB533", "`W` is [m, 3*k] = [2, 3]; here is a number");
        wrong("[[1, 2, 3], [4, [5], 6]]", X, "ORB533", "entry 2 of row 2 is an array of 1");
        wrong("[[1, 2, 3], [4, \"five\", 6]]", X, "ORB534", "`W` takes numbers, and this is the text `five`");
        wrong(W, "[[1, 2, 3], [4, 5]]", "ORB533", "`x` is [3*k] = [3], one for each step; step 2 has 2 numbers");
        wrong(W, "[1, 2, 3]", "ORB533", "`x` is [3*k] = [3], one for each step; step 1 is a number");
        wrong(
                text(W, "[1, 2, 3]", X, M, "[1, 2]", "[1, 2]", "[1, 2]"),
                "ORB533",
                "`b` is [m] = [2]; here are 3 numbers");
        wrong(
                text(W, "[1, 2]", X, "[[[1, 2], [3, 4]], [[5, 6], [7]]]", "[1, 2]", "[1, 2]", "[1, 2]"),
                "ORB533",
                "`M` is [2, 2], one for each step; row 2 of step 2 has 1 number");
        wrong(
                text(W, "[1, 2]", X, "[[[1, 2], [3, 4]], [[5, 6]]]", "[1, 2]", "[1, 2]", "[1, 2]"),
                "ORB533",
                "`M` is [2, 2], one for each step; step 2 has 1 row");
        wrong(text(W, "[1, 2]", X, M, "[1, 2, 3]", "[1, 2]", "[1, 2]"), "ORB535", "`y` has 3 rows, and `x` has 2");
        assertTrue(said(text("[1, 2, 3, 4, 5, 6]", "[1, 2]", X, M, "[1, 2]", "[1, 2]", "[1, 2]"))
                .get(0)
                .help()
                .orElse("")
                .contains("an array of its rows"));
    }

    @Test
    void anIndexOutOfItsRangeIsNamedWithItsPlace() {
        Diagnostic zero =
                said(text(W, "[1, 2]", X, M, "[1, 2]", "[1, 0]", "[1, 2]")).get(0);
        assertEquals("`c` is an index from 1 to 4; at step 2 it is 0", zero.message());
        assertEquals(Optional.of("indices count from 1, as in the spec"), zero.help());
        wrong(text(W, "[1, 2]", X, M, "[1, 2]", "[1.5, 2]", "[1, 2]"), "ORB536", "at step 1 it is 1.5");
        wrong(text(W, "[1, 2]", X, M, "[1, 2]", "[\"NaN\", 2]", "[1, 2]"), "ORB536", "at step 1 it is \"NaN\"");
        wrong(text(W, "[1, 2]", X, M, "[1, 2]", "[1, 2]", "[1, 10]"), "ORB536", "from 0 to 9; at entry 2 it is 10");
    }

    private static String text(String w, String b, String x, String m, String y, String c, String start) {
        return "{\"W\": " + w + ",\n\"b\": " + b + ",\n\"x\": " + x + ",\n\"M\": " + m + ",\n\"y\": " + y + ",\n\"c\": "
                + c + ",\n\"start\": " + start + "}";
    }

    private static double[] column(Point point, String name) {
        return point.examples().reals(SCHEMA.column(name));
    }

    private Point read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Point> point = PointReader.read(LAYOUT, new SourceFile("V.json", text), folder, diagnostics);
        assertEquals(List.of(), diagnostics.inOrder());
        return point.orElseThrow();
    }

    private List<Diagnostic> said(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Point> point = PointReader.read(LAYOUT, new SourceFile("V.json", text), folder, diagnostics);
        assertTrue(point.isEmpty());
        return diagnostics.inOrder();
    }

    private void wrong(String w, String x, String code, String part) {
        wrong(text(w, "[1, 2]", x, M, "[1, 2]", "[1, 2]", "[1, 2]"), code, part);
    }

    private void wrong(String text, String code, String part) {
        List<Diagnostic> said = said(text);
        assertEquals(1, said.size(), said::toString);
        assertEquals(code, said.get(0).code());
        assertTrue(said.get(0).message().contains(part), said.get(0).message());
    }
}
