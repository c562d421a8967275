package dev.orbit.compiler.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The law of the emitter: a compiled class computes the bits of the program. */
class AgreementTest {
    /** Raised by hand for a long search: {@code -Demit.random=20000}. */
    private static final int RANDOM = Integer.getInteger("emit.random", 60);

    private static final int BATCH = 100;

    @Test
    void randomProgramsKeepTheirBits() {
        for (int from = 0; from < RANDOM; from += BATCH) {
            List<EmitRequest> requests = new ArrayList<>();
            for (int seed = from; seed < Math.min(RANDOM, from + BATCH); seed++) {
                RandomPrograms.Draw draw = RandomPrograms.draw(seed);
                List<String> wrt = new ArrayList<>(RandomPrograms.PARAMETERS);
                if (seed % 5 == 1) {
                    wrt.add("x");
                }
                if (seed % 5 == 2) {
                    wrt.add("r");
                }
                requests.add(new EmitRequest(
                        draw.outline().outline(), Programs.differentiated(draw.program(), wrt.toArray(String[]::new))));
            }
            agree(requests);
        }
    }

    @Test
    void modelsKeepTheirBits() {
        agree(List.of(Models.smoothing(), Models.garch(), Models.localLevel(), Models.large(40)));
    }

    private static void agree(List<EmitRequest> requests) {
        Emitted emitted = Emitted.of(requests);
        for (int i = 0; i < requests.size(); i++) {
            Agreement agreement = new Agreement(
                    requests.get(i),
                    emitted.classes(),
                    emitted.emissions().get(i).qualifiedName());
            SplittableRandom random = new SplittableRandom(i);
            for (int steps : new int[] {0, 1, 2, 3, 7, 20}) {
                agreement.check(random, steps);
            }
        }
    }
}
