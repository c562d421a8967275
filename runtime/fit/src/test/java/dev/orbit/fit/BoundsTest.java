package dev.orbit.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.ParameterLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void theBoxOfALayoutLiesInsideItsOpenIntervals() {
        Bounds bounds = Bounds.inside(new ParameterLayout(List.of(
                Parameter.of("mu"),
                Parameter.of("v", 2).in(0, INF, "(0, inf)"),
                Parameter.of("a").in(-1, 1, "(-1, 1)"))));
        assertEquals(4, bounds.size());
        assertArrayEquals(
                new double[] {-7, Double.MIN_VALUE, 3, Math.nextDown(1.0)},
                bounds.nearest(new double[] {-7, -2, 3, 8}));
        assertTrue(bounds.lower(3) > -1 && bounds.lower(0) == -INF && bounds.upper(2) == INF);
    }

    @Test
    void anIntervalThatDependsOnParametersIsNoSideOfABox() {
        ParameterLayout layout = new ParameterLayout(
                List.of(Parameter.of("alpha"), Parameter.of("beta").in("(0, 1 - alpha)")));
        assertEquals(
                "the interval of beta, (0, 1 - alpha), depends on other parameters: no box holds exactly what it allows",
                assertThrows(IllegalArgumentException.class, () -> Bounds.inside(layout))
                        .getMessage());
    }
}
