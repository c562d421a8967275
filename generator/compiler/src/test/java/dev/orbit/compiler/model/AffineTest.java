package dev.orbit.compiler.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.source.Span;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AffineTest {
    private static Symbol index(int id, String name) {
        return new Symbol(id, name, Role.RUNNING_INDEX, Shape.SCALAR, new Span(0, 0), Optional.empty());
    }

    @Test
    void isComputedAtValuesOfTheIndices() {
        Symbol i = index(1, "i");
        Symbol j = index(2, "j");
        Affine number = Affine.of(i).times(3).minus(Affine.of(j)).plus(Affine.of(7));
        assertEquals(3 * 5 - 2 + 7, number.at(Map.of(i, 5, j, 2)));
    }

    @Test
    void whatCancelsIsConstant() {
        Symbol i = index(1, "i");
        Affine number = Affine.of(i).plus(Affine.of(4)).minus(Affine.of(i));
        assertTrue(number.isConstant());
        assertEquals(Affine.of(4), number);
    }

    @Test
    void overflowIsNoNumber() {
        assertThrows(
                ArithmeticException.class, () -> Affine.of(Integer.MAX_VALUE).plus(Affine.of(1)));
        assertThrows(
                ArithmeticException.class,
                () -> Affine.of(index(1, "i")).times(1 << 20).times(1 << 20));
    }
}
