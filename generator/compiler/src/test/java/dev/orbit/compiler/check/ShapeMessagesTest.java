package dev.orbit.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages about shapes speak in the names of the dims, and point at both ends of the conflict. */
class ShapeMessagesTest {
    private static final Path BAD = Path.of("src/test/resources/specs/bad");

    /** Code; message; what the notes point at, or what they say of an expression. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "shapes/ORB301; \"`a * h` is [m], `b` is [k]; they are added here\"; this is [m] | b: [k]",
                "shapes/ORB302; \"`P` is [k, k], `r` is a scalar; a scalar and a matrix cannot be added\"; P: [k, k] | r: a scalar",
                "shapes/ORB303; \"`a` is [m], `x` is [k]; `.*` takes them entry by entry\"; a: [m] | x: [k]",
                "shapes/ORB304; \"`W` is [m, k], `x` is [m]; for the product k = 3 and m = 2 must be the same\"; W: [m, k] | x: [m]",
                "shapes/ORB305; \"`x` is [k], `z` is [k]; a vector has no product with a vector\"; x: [k] | z: [k]",
                "shapes/ORB306; \"`a` is [k]; `/` divides by a scalar\"; a: [k]",
                "shapes/ORB320; \"`W` is [m, k]; `softmax` takes a vector here\"; W: [m, k]",
                "shapes/ORB321; \"`x` is [k]; `w` takes [m] as `u`\"; x: [k] | w",
                "shapes/ORB322; \"`W * x` is [m]; the state `h` is [k]\"; h: [k]",
                "shapes/ORB323; \"`h0` is [m], but `h` is [k]\"; h: [k]",
                "shapes/ORB326; \"`a` is [m], `x` is [k]; both are values of one `if`\"; a: [m]",
                "shapes/ORB327; \"`A` is [m, k]; `logdet` takes a square matrix\"; A: [m, k]",
                "shapes/ORB332; \"`f` makes [m] of [k]; to be repeated it must keep the shape\"; z: [k] | f",
                "shapes/ORB337; \"`e` is [k] here, but [m] elsewhere\"; e: [m]",
                "shapes/ORB338; \"`f` of a scalar is [2]; only a scalar function has the derivative `f'`\"; f",
                "shapes/ORB339; \"`a` is [m], `x` is [k]; `dot` needs as many rows in both\"; a: [m] | x: [k]",
                "blocks/ORB308; \"`B` is [k, k], `A` is [m, k]; both stand in row 1\"; A: [m, k]",
                "blocks/ORB309; \"`B` is [m, m], `A` is [m, k]; both stand in column 1\"; A: [m, k]",
                "blocks/ORB311; \"`1` is the identity of a square block, but this one is m = 2 by k = 3\"; A: [m, k] | B: [k, k]",
                "blocks/ORB312; \"this takes 2 parts; `[x; h; s]` has 3 row blocks\"; this has 3 row blocks",
                "blocks/ORB313; \"`s'` takes m = 2 rows; row block 2 of `[a * x; h]` has k = 3 rows\"; this is taken apart | s: [m]",
                "blocks/ORB335; \"the parts take k+m = 5 rows together; `W * x` has 2*k = 6 rows\"; this is [2*k]",
                "blocks/ORB336; nothing tells how many rows `g` takes; this is [2*k]",
                "indices/ORB314; \"`0` is outside 1..k = 3, the entries of `v`\"; v: [k]",
                "indices/ORB315; \"`W` is [m, k]; it takes 2 indices, not 1\"; W: [m, k]",
            })
    void speaksInTheNamesOfTheDims(String spec, String message, String notes) throws IOException {
        SourceFile source = source(spec);
        Diagnostics diagnostics = new Diagnostics();
        SpecParser.parse(source, diagnostics).ifPresent(read -> Check.check(read, Overrides.NONE, diagnostics));

        Diagnostic only = diagnostics.inOrder().get(0);

        assertEquals(message, only.message());
        assertEquals(
                notes, only.notes().stream().map(ShapeMessagesTest::shortened).collect(Collectors.joining(" | ")));
    }

    private static String shortened(Note note) {
        return note.message().replaceAll("`(\\w+)` is declared here", "$1");
    }

    private static SourceFile source(String spec) throws IOException {
        String folder = spec.substring(0, spec.indexOf('/'));
        String code = spec.substring(spec.indexOf('/') + 1);
        try (Stream<Path> files = Files.list(BAD.resolve(folder))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(code))
                    .toList();
            return new SourceFile(spec, Files.readString(found.get(0)));
        }
    }
}
