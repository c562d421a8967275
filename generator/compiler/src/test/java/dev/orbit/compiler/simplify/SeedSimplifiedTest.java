package dev.orbit.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Printer;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.SeedProgram;
import dev.orbit.compiler.program.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedSimplifiedTest {
    @Test
    void threeStepsCallOnceAndNeedTwoTanh() {
        Program program =
                Simplify.primal(SeedProgram.of(new Count.Fixed(3)), List.of()).program();
        Verifier.verify(program);
        String body = """
                %11:w = call w(%4:x)
                %14 = %1:b * %4:x
                %25 = %0:a * %5:h0
                %26:y1 = %25 + %11:w
                %29 = %3:d * %5:h0
                %30 = %14 + %29
                %31:h1 = tanh(%30)
                %35 = %2:c * %26:y1
                %36 = %14 + %35
                %37 = %3:d * %31:h1
                %38 = %36 + %37
                %39:h2 = tanh(%38)
                %41 = %0:a * %39:h2
                %42:y3 = %41 + %11:w
                %22 = %6:y_true - %42:y3
                %23:loss = square(%22)
                output loss = %23:loss
                """;
        String text = Printer.render(program);
        assertEquals(body, text.substring(text.indexOf("%11:w")));
    }

    @Test
    void anOpenNumberOfStepsKeepsTheLoop() {
        Program program = Simplify.primal(SeedProgram.of(new Count.Dimension("T")), List.of())
                .program();
        Verifier.verify(program);
        String body = """
                %7 = 0.0
                %11:w = call w(%4:x)
                %14 = %1:b * %4:x
                %20:y, %21:h = loop steps %8 of T (%9:y from %7, %10:h from %5:h0)
                  %12 = %0:a * %10:h
                  %13:y = %12 + %11:w
                  %15 = %2:c * %9:y
                  %16 = %14 + %15
                  %17 = %3:d * %10:h
                  %18 = %16 + %17
                  %19:h = tanh(%18)
                  yield %13:y, %19:h
                %22 = %6:y_true - %20:y
                %23:loss = square(%22)
                output loss = %23:loss
                """;
        String text = Printer.render(program);
        assertEquals(body, text.substring(text.indexOf("%7 =")));
    }
}
