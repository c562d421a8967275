package dev.orbit.compiler.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrinterTest {
    @Test
    void theSeedReadsAsItRuns() {
        String expected = """
                parameter %0:a
                parameter %1:b
                parameter %2:c
                parameter %3:d
                input %4:x
                input %5:h0
                target %6:y_true
                %7 = 0.0
                %20:y, %21:h = loop steps %8 of T (%9:y from %7, %10:h from %5:h0)
                  %11:w = call w(%4:x)
                  %12 = %0:a * %10:h
                  %13:y = %12 + %11:w
                  %14 = %1:b * %4:x
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
        assertEquals(expected, Printer.render(SeedProgram.of(new Count.Dimension("T"))));
    }
}
