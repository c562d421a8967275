package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A line of a derivation in mathematics: an equation, or several under a heading. */
public sealed interface Line {
    /** {@code left = right}; the left side is a name, or several below each other. */
    record Equation(Formula left, Formula right) implements Line {}

    /** Lines that hold for a range of an index, or under a condition. */
    record Block(Heading heading, List<Line> lines) implements Line {
        public Block {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Where a block holds.
     *
     * @param kind what it says
     * @param parts for a range its index, where it begins and where it ends; for a condition that
     */
    record Heading(Kind kind, List<Formula> parts) {
        /** What a heading says. */
        public enum Kind {
            RANGE,
            CONDITION,
            OTHERWISE
        }

        public Heading {
            parts = List.copyOf(parts);
        }
    }

    /** The total fold: one case each. */
    record Cases<R>(Function<Equation, R> equation, Function<Block, R> block) {}

    default <R> R match(Cases<R> cases) {
        return this instanceof Equation equation
                ? cases.equation().apply(equation)
                : cases.block().apply((Block) this);
    }

    /** The line with other formulas on its right sides and as its conditions. */
    default Line map(UnaryOperator<Formula> right) {
        return match(new Cases<Line>(
                equation -> new Equation(equation.left(), right.apply(equation.right())),
                block -> new Block(
                        block.heading().kind() == Heading.Kind.CONDITION
                                ? new Heading(
                                        Heading.Kind.CONDITION,
                                        block.heading().parts().stream()
                                                .map(right)
                                                .toList())
                                : block.heading(),
                        block.lines().stream().map(line -> line.map(right)).toList())));
    }

    /** The equation that this line is, if it is one. */
    default Optional<Equation> equation() {
        return match(new Cases<>(Optional::of, block -> Optional.empty()));
    }
}
