package dev.orbit.compiler.symbolic;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Puts a symbol in the place of everything that is no rational function: an abstract function, a logarithm, a choice.
 * The same function of equal arguments becomes the same symbol, where equal means proved equal; points of the prime
 * field tell which arguments are worth a proof.
 */
final class Atoms {
    private final Formulas formulas;
    private final List<FieldPoint> points;
    private final Predicate<Formula> isZero;
    private final Map<Key, List<Atom>> atoms = new HashMap<>();
    private final Map<Formula, Formula> images = new HashMap<>();
    private int count;

    /** What distinguishes an atom but for proof: its function, and its arguments' values at the points. */
    private record Key(Object function, List<List<Long>> arguments) {}

    /** A function of arguments, and what stands for it. */
    private record Atom(List<Formula> arguments, Formula image) {}

    /**
     * Atoms of some formulas.
     *
     * @param equations abstract functions at some arguments, and what they are equal to
     * @param isZero proves a rational function to be zero
     */
    Atoms(Formulas formulas, List<FieldPoint> points, Map<Formula.Call, Formula> equations, Predicate<Formula> isZero) {
        this.formulas = formulas;
        this.points = points;
        this.isZero = isZero;
        equations.forEach((call, value) -> {
            Formula image = rational(value);
            List<Formula> arguments =
                    call.operands().stream().map(this::rational).toList();
            atoms.computeIfAbsent(key(call), key -> new ArrayList<>()).add(new Atom(arguments, image));
        });
    }

    /** The formula as a rational function of symbols old and new. */
    Formula rational(Formula root) {
        for (Formula node : Traversal.bottomUp(List.of(root), images.keySet())) {
            images.put(node, image(node));
        }
        return requireNonNull(images.get(root));
    }

    private Formula image(Formula node) {
        boolean algebraic = RationalForms.isRationalNode(node) || isRoot(node);
        List<Formula> operands = node.operands().stream()
                .map(operand -> algebraic ? images.get(operand) : settled(operand))
                .toList();
        Formula rebuilt = formulas.like(node, operands);
        if (algebraic || rebuilt instanceof Formula.Number || rebuilt instanceof Formula.Symbol) {
            return rebuilt;
        }
        List<Atom> alike = atoms.computeIfAbsent(key(node), key -> new ArrayList<>());
        return alike.stream()
                .filter(atom -> haveEqualArguments(atom.arguments(), operands))
                .findFirst()
                .map(Atom::image)
                .orElseGet(() -> {
                    Formula fresh = formulas.symbol(Name.of("#" + count++));
                    alike.add(new Atom(operands, fresh));
                    return fresh;
                });
    }

    /** The image of an argument; 0 or 1 when it is proved to be that, since functions have known values there. */
    private Formula settled(Formula operand) {
        Formula image = requireNonNull(images.get(operand));
        List<Long> values = values(operand);
        for (long known = 0; known <= 1; known++) {
            long candidate = known;
            boolean plausible = values.stream().allMatch(value -> value == candidate);
            if (plausible && isZero.test(formulas.subtract(image, formulas.number(candidate)))) {
                return formulas.number(candidate);
            }
        }
        return image;
    }

    private boolean haveEqualArguments(List<Formula> xs, List<Formula> ys) {
        for (int i = 0; i < xs.size(); i++) {
            if (xs.get(i) != ys.get(i) && !isZero.test(formulas.subtract(xs.get(i), ys.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRoot(Formula node) {
        return node instanceof Formula.Apply1 apply && apply.function() == Function1.SQRT;
    }

    private Key key(Formula node) {
        Object function = node.match(new Formula.Cases<Object>(
                number -> number.value(),
                constant -> constant.kind(),
                symbol -> symbol.name(),
                apply -> apply.function(),
                apply -> apply.function(),
                call -> new LinkedHashMap<>(Map.of(call.function(), call.by())),
                compare -> compare.relation(),
                logic -> logic.connective(),
                choice -> "if"));
        return new Key(function, node.operands().stream().map(this::values).toList());
    }

    private List<Long> values(Formula formula) {
        return points.stream()
                .map(point -> point.values(List.of(formula)).get(0))
                .toList();
    }
}
