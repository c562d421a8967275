package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
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
        Definitions definitions = new Definitions();
        definitions.addAll(program.body());
        Movable movable = new Movable(program);
        Walk walk = new Walk(definitions, movable, new Builder(Values.nextId(program)));
        Demands demands = new Demands(program.body(), definitions, movable);
        return new Program(program.inputs(), walk.region(program.body(), demands), program.outputs());
    }

    private record Walk(Definitions definitions, Movable movable, Builder numbering) {
        Region region(Region region, Demands demands) {
            List<Instr> instrs = new GuardedRegion(region, demands, movable, numbering)
                    .instrs().stream()
                            .map(instr -> instr.regions().isEmpty()
                                    ? instr
                                    : Renaming.ofUses(UnaryOperator.identity())
                                            .apply(instr, inner -> inside(inner, demands)))
                            .toList();
            return new Region(region.arguments(), instrs, region.results());
        }

        private Region inside(Region inner, Demands around) {
            // the region around it may be another by now, and with it what conditions read here
            definitions.addAll(inner);
            return region(inner, around.of(inner));
        }
    }
}
