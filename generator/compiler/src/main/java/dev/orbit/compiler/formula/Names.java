package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.EnumMap;
import java.util.Map;

/** What functions are called where they are shown: by their word in the language, else by the usual name. */
final class Names {
    private static final Map<Function1, String> WORDLESS1 = new EnumMap<>(Map.of(
            Function1.HEAVISIDE, "heaviside",
            Function1.LOG1MEXP, "log1mexp",
            Function1.LOG_COSH, "logcosh",
            Function1.GAUSSIAN, "gaussian",
            Function1.NORMAL_DENSITY, "normalpdf",
            Function1.NORMAL_CDF, "normalcdf",
            Function1.DIGAMMA, "digamma",
            Function1.TRIGAMMA, "trigamma"));
    private static final Map<Function2, String> WORDLESS2 = new EnumMap<>(
            Map.of(Function2.LOG_ADD_EXP, "logaddexp", Function2.GREATER, "greater", Function2.POLYGAMMA, "polygamma"));

    private Names() {}

    static String of(Function1 function) {
        return function.word().orElseGet(() -> WORDLESS1.get(function));
    }

    static String of(Function2 function) {
        return function.word().orElseGet(() -> WORDLESS2.get(function));
    }
}
