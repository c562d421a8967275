package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Values;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Gives what branches on different conditions read, and nobody else, a branch of its own, taken where one of those is:
 * then {@link Sink} finds one reader, and no side that is not taken has an influence. Where the conditions cannot be
 * told beforehand, because they depend on it or on what a branch computes, each side that reads it gets a copy.
 */
final class Guard implements Pass {
    @Override
    public String name() {
        return "guard";
    }

    @Override
    public Law law() {
        return Law.BITWISE;
    }

    @Override
    public Program apply(Program program) {
        Walk walk = new Walk(
                new Definitions(), new Movable(program), new Builder(Values.nextId(program)));
        return new Program(program.inputs(), walk.region(program.body()), program.outputs());
    }

    private record Walk(Definitions definitions, Movable movable, Builder numbering) {
        Region region(Region region) {
            // the region around this one may be another by now, and with it what conditions read here
            definitions.addAll(region);
            Demands demands = new Demands(region, definitions, movable);
            List<Instr> instrs = new GuardedRegion(region, demands, movable, numbering)
                    .instrs().stream()
                            .map(instr -> instr.regions().isEmpty()
                                    ? instr
                                    : Renaming.ofUses(UnaryOperator.identity()).apply(instr, this::region))
                            .toList();
            return new Region(region.arguments(), instrs, region.results());
        }
    }
}
