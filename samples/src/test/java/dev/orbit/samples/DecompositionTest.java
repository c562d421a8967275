package dev.orbit.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecompositionTest {
    /** What R makes of the first two years: the start values in HoltWinters.values.json. */
    @Test
    void asRsOwn() {
        Decomposition start = Decomposition.of(Table.of("AirPassengers.csv").numbers(), 12);
        assertEquals(124.31691919191923, start.level(), 1e-12);
        assertEquals(1.1456876456876448, start.slope(), 1e-13);
        double[] season = {
            0.8853778150221768, 0.9567026620083906, 1.0560479000512928, 0.9999918085527097,
            0.919180306022048, 1.0851340318074387, 1.1795086009611193, 1.1752602071790064,
            1.0739905028966645, 0.9351739242048606, 0.8146550168555924, 0.9189772244387008
        };
        assertArrayEquals(season, start.season(), 1e-14);
    }
}
