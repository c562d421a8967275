package dev.orbit.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Statements of a step: what is NaN where the target is missing, and branches on several conditions that read it. */
final class SharedByBranches {
    private final SplittableRandom random;
    private final String target;
    private final String read;
    private final List<String> truths;

    /**
     * @param read what a branch adds to the loss, of the shared {@code d}
     * @param truths conditions that do not read the target
     */
    SharedByBranches(long seed, String target, String read, List<String> truths) {
        // a draw of its own: the rest of the model stays what it was
        this.random = new SplittableRandom(~seed);
        this.target = target;
        this.read = read;
        this.truths = truths;
    }

    /** None in most models. */
    List<String> lines(String shared) {
        List<String> lines = new ArrayList<>();
        if (random.nextInt(10) < 7) {
            return lines;
        }
        lines.add("  d = " + shared + ";");
        int branches = random.nextInt(2, 4);
        for (int i = 0; i < branches; i++) {
            lines.add("  " + branch(loss()));
        }
        return lines;
    }

    private String branch(String loss) {
        return switch (random.nextInt(5)) {
            case 0 -> "if known(" + target + ") { " + loss + " }";
            case 1 -> "if " + truth() + " { if known(" + target + ") { " + loss + " } }";
            case 2 -> "if " + truth() + " and known(" + target + ") { " + loss + " }";
            case 3 -> "if not known(" + target + ") { loss 0.1; } else if " + truth() + " { " + loss + " }";
            default ->
                "if " + truth() + " and known(" + target + ") { " + loss + " } else if " + truth() + " { if known("
                        + target + ") { " + loss() + " } }";
        };
    }

    private String truth() {
        return truths.get(random.nextInt(truths.size()));
    }

    private String loss() {
        return "loss " + List.of("0.1", "0.3", "-0.2").get(random.nextInt(3)) + " * " + read + ";";
    }
}
