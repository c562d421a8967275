package dev.orbit.compiler.analyse;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Notation;
import dev.orbit.compiler.formula.Printer;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns formulas for the eye. Derivatives are computed in forms that are accurate in doubles; equal in the reals, and shorter to
 * read, are {@code 1 - x^2} for {@code (1 - x)(1 + x)} and {@code 1 - sigmoid(x)} for {@code sigmoid(-x)}.
 */
final class Polish {
    /** Right sides of fewer nodes are not recognised elsewhere: a product of two is just that. */
    private static final int SHORTEST = 2;

    private final Formulas formulas;

    /**
     * @param formulas where the polished formulas are made: none may have been made there before, for a product is shown in the order
     *     in which it is first written
     */
    Polish(Formulas formulas) {
        this.formulas = formulas;
    }

    /** The derivation with polished formulas, in which what has a name is called by it. */
    Derivation of(Derivation derivation) {
        Map<Formula, Formula> named = new LinkedHashMap<>();
        List<Line> map = of(derivation.map(), named);
        List<Line> adjoint = of(derivation.adjoint(), named);
        return new Derivation(map, adjoint, of(derivation.gradient(), named));
    }

    private List<Line> of(List<Line> lines, Map<Formula, Formula> named) {
        List<Line> polished = new ArrayList<>();
        for (Line line : lines) {
            Line better = line.match(new Line.Cases<>(
                    equation -> named(equation, named),
                    block -> new Line.Block(
                            new Line.Heading(
                                    block.heading().kind(),
                                    block.heading().parts().stream()
                                            .map(this::of)
                                            .toList()),
                            of(
                                    block.lines(),
                                    block.heading().kind() == Line.Heading.Kind.RANGE
                                            ? named
                                            : new LinkedHashMap<>(named)))));
            polished.add(better);
        }
        return polished;
    }

    private Line named(Line.Equation equation, Map<Formula, Formula> named) {
        Formula right = of(new Substitution(formulas, named).into(of(equation.right())));
        Formula left = of(equation.left());
        if (left instanceof Formula.Symbol && Printer.writtenSize(right) >= SHORTEST) {
            named.putIfAbsent(right, left);
        }
        return new Line.Equation(left, right);
    }

    /** The formula, polished. */
    Formula of(Formula formula) {
        return requireNonNull(Traversal.fold(List.of(formula), this::polished).get(formula));
    }

    private Formula polished(Formula node, List<Formula> operands) {
        boolean product = node instanceof Formula.Apply2 apply && apply.function() == Function2.MULTIPLY;
        if (product
                && isAdjoint(operands.get(0))
                && operands.get(1) instanceof Formula.Symbol
                && !isAdjoint(operands.get(1))) {
            return formulas.multiply(operands.get(1), operands.get(0));
        }
        Formula same = formulas.like(node, operands);
        return same.match(new Formula.Cases<>(
                number -> number,
                constant -> constant,
                symbol -> symbol,
                this::applied,
                this::applied,
                this::called,
                compare -> compare,
                this::joined,
                this::chosen));
    }

    /** {@code a != b} for {@code not a == b}. */
    private Formula joined(Formula.Logic logic) {
        boolean not = logic.connective() == Formula.Connective.NOT;
        return not && logic.operands().get(0) instanceof Formula.Compare compare
                ? formulas.compare(
                        contrary(compare.relation()),
                        compare.operands().get(0),
                        compare.operands().get(1))
                : logic;
    }

    private static Formula.Relation contrary(Formula.Relation relation) {
        return switch (relation) {
            case LESS -> Formula.Relation.GREATER_EQUAL;
            case LESS_EQUAL -> Formula.Relation.GREATER;
            case GREATER -> Formula.Relation.LESS_EQUAL;
            case GREATER_EQUAL -> Formula.Relation.LESS;
            case EQUAL -> Formula.Relation.NOT_EQUAL;
            case NOT_EQUAL -> Formula.Relation.EQUAL;
        };
    }

    /** A truth that is chosen: {@code not c and d} for {@code if c then false else d}. */
    private Formula chosen(Formula.Conditional choice) {
        if (choice.then() != formulas.truth(false)) {
            return choice;
        }
        Formula not = formulas.logic(Formula.Connective.NOT, List.of(choice.condition()));
        Formula contrary = joined((Formula.Logic) not);
        return formulas.logic(Formula.Connective.AND, List.of(contrary, choice.otherwise()));
    }

    private Formula applied(Formula.Apply1 apply) {
        if (apply.function() == Function1.SIGMOID) {
            return operand(Function1.NEGATE, apply.x())
                    .<Formula>map(x -> formulas.subtract(formulas.number(1), formulas.apply(Function1.SIGMOID, x)))
                    .orElse(apply);
        }
        return apply.function() == Function1.NEGATE ? negated(apply) : apply;
    }

    /** {@code -c*(a - b)} is {@code c*(b - a)}. */
    private Formula negated(Formula.Apply1 apply) {
        Optional<Formula.Apply2> product = pair(Function2.MULTIPLY, apply.x());
        Optional<Formula> turned = product.flatMap(p -> pair(Function2.SUBTRACT, p.y())
                .filter(difference -> p.x() instanceof Formula.Number)
                .map(difference -> formulas.multiply(p.x(), formulas.subtract(difference.y(), difference.x()))));
        return turned.orElse(apply);
    }

    private Formula applied(Formula.Apply2 apply) {
        if (apply.function() == Function2.DIVIDE) {
            return cancelled(apply);
        } else if (apply.function() != Function2.MULTIPLY) {
            return apply;
        }
        return reduced(apply)
                .or(() -> squares(apply.x(), apply.y()))
                .or(() -> pair(Function2.MULTIPLY, apply.x())
                        .flatMap(p -> squares(p.y(), apply.y()).map(square -> formulas.multiply(p.x(), square))))
                .orElse(apply);
    }

    private static boolean isAdjoint(Formula formula) {
        return formula instanceof Formula.Symbol symbol && symbol.name().accent() == Name.Accent.ADJOINT;
    }

    /** {@code (2*a) / (2*b)} is {@code a / b}. */
    private Formula cancelled(Formula.Apply2 quotient) {
        return pair(Function2.MULTIPLY, quotient.x())
                .filter(above -> above.x() instanceof Formula.Number)
                .flatMap(above -> pair(Function2.MULTIPLY, quotient.y())
                        .filter(below -> below.x() == above.x())
                        .map(below -> formulas.divide(above.y(), below.y())))
                .orElse(quotient);
    }

    /** {@code 2*(a / (2*b))} is {@code a / b}. */
    private Optional<Formula> reduced(Formula.Apply2 product) {
        return Optional.of(product)
                .filter(p -> p.x() instanceof Formula.Number)
                .flatMap(p -> pair(Function2.DIVIDE, p.y()))
                .flatMap(quotient -> pair(Function2.MULTIPLY, quotient.y())
                        .filter(below -> below.x() == product.x())
                        .map(below -> formulas.divide(quotient.x(), below.y())));
    }

    private Formula called(Formula.Call call) {
        if (Notation.of(call).filter(Notation.ELEMENTWISE::equals).isEmpty()) {
            return call;
        }
        Formula x = call.operands().get(0);
        Formula y = call.operands().get(1);
        return squares(x, y)
                .or(() -> Notation.of(x)
                        .filter(Notation.ELEMENTWISE::equals)
                        .flatMap(inner -> squares(x.operands().get(1), y)
                                .map(square -> Notation.ELEMENTWISE.of(
                                        formulas, x.operands().get(0), square))))
                .orElse(call);
    }

    /** {@code 1 - x^2} for the two factors in this order. */
    private Optional<Formula> squares(Formula first, Formula second) {
        Formula one = formulas.number(1);
        return pair(Function2.SUBTRACT, first)
                .filter(minus -> minus.x() == one)
                .flatMap(minus -> pair(Function2.ADD, second)
                        .filter(plus ->
                                plus.x() == one && plus.y() == minus.y() || plus.y() == one && plus.x() == minus.y())
                        .map(plus -> formulas.subtract(one, formulas.apply(Function1.SQUARE, minus.y()))));
    }

    private static Optional<Formula> operand(Function1 function, Formula formula) {
        return formula instanceof Formula.Apply1 apply && apply.function() == function
                ? Optional.of(apply.x())
                : Optional.empty();
    }

    private static Optional<Formula.Apply2> pair(Function2 function, Formula formula) {
        return formula instanceof Formula.Apply2 apply && apply.function() == function
                ? Optional.of(apply)
                : Optional.empty();
    }
}
