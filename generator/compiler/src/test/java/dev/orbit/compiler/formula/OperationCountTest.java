package dev.orbit.compiler.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationCountTest {
    private final Formulas f = new Formulas();
    private final Formula x = f.symbol("x");
    private final Formula y = f.symbol("y");

    @Test
    void sharedNodesCountOnce() {
        Formula difference = f.subtract(x, y);
        OperationCount count = OperationCount.of(List.of(f.multiply(difference, f.power(difference, 2)), difference));
        assertEquals(1, count.additions());
        // (x - y)^3 is one power, of two multiplications
        assertEquals(2, count.multiplications());
    }

    @Test
    void whatIsFreeIsNotCounted() {
        Formula difference = f.subtract(x, y);
        OperationCount count = OperationCount.of(List.of(f.multiply(f.number(2), difference)), Set.of(difference));
        assertEquals(new OperationCount(0, 1, 0, count.functions(), 1), count);
    }

    @Test
    void signsAreFreeAndFunctionsAreCountedByName() {
        Formula tanh = f.apply(Function1.TANH, x);
        OperationCount count = OperationCount.of(List.of(f.negate(tanh), f.call("w", List.of(), List.of(tanh))));
        assertEquals(List.of("TANH", "w"), List.copyOf(count.functions().keySet()));
        assertEquals(0, count.multiplications());
    }

    @Test
    void smallPowersAreMultiplications() {
        assertEquals(2, multiplications(3));
        assertEquals(2, multiplications(4));
        assertEquals(4, multiplications(7));
        assertEquals(
                1,
                OperationCount.of(List.of(f.apply(Function2.POWER, x, y)))
                        .functions()
                        .get("POWER"));
    }

    private int multiplications(int exponent) {
        return OperationCount.of(List.of(f.power(x, exponent))).multiplications();
    }
}
