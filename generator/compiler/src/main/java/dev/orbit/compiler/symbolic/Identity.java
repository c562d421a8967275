package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether two formulas are equal, with two witnesses for every proof. */
final class Identity {
    private static final int POINTS = 6;
    private static final int TRIES = 400;

    /** Each equation between symbols is applied once; a chain of them takes as many rounds. */
    private static final int MOST_ROUNDS = 8;

    private final Duration limit;
    private final Formulas formulas = new Formulas();

    /** A question brought into a form of few functions. */
    private record Question(Formula left, Formula right, Map<Formula.Call, Formula> equations) {
        List<Formula> sides() {
            return List.of(left, right);
        }
    }

    Identity(Duration limit) {
        this.limit = limit;
    }

    Verdict decide(Formula left, Formula right, Assumptions assumptions) {
        List<Formula.Compare> facts = comparisons(
                assumptions.facts().stream().map(this::copy).map(this::oriented).toList());
        Substitution settled = new Substitution(formulas, symbolEquations(facts));
        List<Formula> roots = new ArrayList<>(List.of(copy(left), copy(right)));
        facts.stream().filter(fact -> !isSymbolEquation(fact)).forEach(roots::add);
        List<Formula> before = List.of();
        for (int i = 0; i < MOST_ROUNDS && !before.equals(roots); i++) {
            before = roots;
            roots = settled.into(roots);
        }
        Assumptions rest = new Assumptions(comparisons(roots.subList(2, roots.size())));
        return decide(roots.get(0), roots.get(1), rest, reduced(roots.subList(0, 2), rest));
    }

    /** What is left of the facts when those that hold of numbers are gone. */
    private static List<Formula.Compare> comparisons(List<Formula> facts) {
        return facts.stream()
                .filter(Formula.Compare.class::isInstance)
                .map(Formula.Compare.class::cast)
                .toList();
    }

    /** An equation with the symbol or the call on its left. */
    private Formula oriented(Formula fact) {
        boolean equation = fact instanceof Formula.Compare compare && compare.relation() == Formula.Relation.EQUAL;
        return equation
                        && !isOpaque(fact.operands().get(0))
                        && isOpaque(fact.operands().get(1))
                ? formulas.compare(
                        Formula.Relation.EQUAL,
                        fact.operands().get(1),
                        fact.operands().get(0))
                : fact;
    }

    private static boolean isOpaque(Formula formula) {
        return formula instanceof Formula.Symbol || formula instanceof Formula.Call;
    }

    private static boolean isSymbolEquation(Formula.Compare fact) {
        return fact.relation() == Formula.Relation.EQUAL && fact.operands().get(0) instanceof Formula.Symbol;
    }

    private Verdict decide(Formula left, Formula right, Assumptions assumptions, Question question) {
        if (question.left() == question.right() || areTheSame(question)) {
            return new Verdict.Equal();
        }
        List<FieldPoint> points = points(question);
        boolean agree = !points.isEmpty() && points.stream().allMatch(point -> agreeAt(point, question));
        if (!agree) {
            Refutation.Found found = new Refutation(left, right, assumptions).search();
            return found.witness()
                    .<Verdict>map(Verdict.Different::new)
                    .orElseGet(() ->
                            new Verdict.Undecided("no identity that is known here proves it", found.agreements()));
        }
        return prove(question, points);
    }

    /** Whether nothing but what is assumed of calls has to be put in. */
    private boolean areTheSame(Question question) {
        List<Formula> sides = new Substitution(formulas, question.equations()).into(question.sides());
        return sides.get(0) == sides.get(1);
    }

    private Verdict prove(Question question, List<FieldPoint> points) {
        List<Formula> reduced = new ArrayList<>();
        Optional<Boolean> proved = Engine.run(limit, engine -> {
            ZeroProof proof = new ZeroProof(engine);
            Atoms atoms = new Atoms(
                    formulas, points, question.equations(), f -> ZeroProof.isTractable(f) && proof.succeeds(f));
            Formula difference = formulas.subtract(atoms.rational(question.left()), atoms.rational(question.right()));
            reduced.add(difference);
            return ZeroProof.isTractable(difference) && proof.succeeds(difference);
        });
        if (proved.isEmpty()) {
            return new Verdict.Undecided("the proof takes too long", points.size());
        } else if (proved.get()) {
            return new Verdict.Equal();
        }
        Formula difference = reduced.get(0);
        if (!ZeroProof.isTractable(difference)) {
            return new Verdict.Undecided("the formulas are too large to be multiplied out", points.size());
        } else if (!RationalForms.areRational(List.of(difference))) {
            return new Verdict.Undecided("roots stand in the way of a proof", points.size());
        }
        throw new SymbolicException("two witnesses disagree whether " + question.left() + " is " + question.right());
    }

    private List<FieldPoint> points(Question question) {
        List<FieldPoint> points = new ArrayList<>();
        for (long salt = 0; salt < TRIES && points.size() < POINTS; salt++) {
            try {
                FieldPoint point = new FieldPoint(salt, question.equations());
                point.values(question.sides());
                points.add(point);
            } catch (ArithmeticException pole) {
                // a pole, or a root that the field does not have: another point
            }
        }
        return points.size() == POINTS ? points : List.of();
    }

    /**
     * Makes sure that a rewriting kept its meaning.
     *
     * @throws SymbolicException when the two differ at a point of the prime field
     */
    static void verify(Formula formula, Formula rewritten) {
        Identity identity = new Identity(Duration.ZERO);
        List<Formula> sides = List.of(identity.copy(formula), identity.copy(rewritten));
        Question question = identity.reduced(sides, Assumptions.NONE);
        if (!identity.points(question).stream().allMatch(point -> agreeAt(point, question))) {
            throw new SymbolicException(formula + " was taken for " + rewritten);
        }
    }

    private static boolean agreeAt(FieldPoint point, Question question) {
        List<Long> values = point.values(question.sides());
        return values.get(0).equals(values.get(1));
    }

    private Question reduced(List<Formula> sides, Assumptions assumptions) {
        Map<Formula.Call, Formula> equations = callEquations(assumptions);
        List<Formula> roots = new ArrayList<>(sides);
        equations.forEach((call, value) -> roots.addAll(List.of(call, value)));
        Elementary elementary = new Elementary(formulas, new Signs(assumptions), hasFractions(roots));
        List<Formula> rewritten = elementary.rewrite(roots);
        Map<Formula.Call, Formula> rewrittenEquations = new LinkedHashMap<>();
        for (int i = 2; i < rewritten.size(); i += 2) {
            rewrittenEquations.put((Formula.Call) rewritten.get(i), rewritten.get(i + 1));
        }
        return new Question(rewritten.get(0), rewritten.get(1), rewrittenEquations);
    }

    /** Whether fractions of an exponent can occur. */
    private static boolean hasFractions(List<Formula> roots) {
        return Traversal.bottomUp(roots).stream()
                .anyMatch(node -> node instanceof Formula.Number number
                                && !number.value().isInteger()
                        || node instanceof Formula.Apply2 apply && apply.function() == Function2.DIVIDE
                        || node instanceof Formula.Apply1 unary && unary.function() == Function1.NORMAL_DENSITY);
    }

    private static Map<Formula, Formula> symbolEquations(List<Formula.Compare> facts) {
        Map<Formula, Formula> equations = new LinkedHashMap<>();
        facts.stream()
                .filter(Identity::isSymbolEquation)
                .forEach(fact ->
                        equations.put(fact.operands().get(0), fact.operands().get(1)));
        return equations;
    }

    private static Map<Formula.Call, Formula> callEquations(Assumptions assumptions) {
        Map<Formula.Call, Formula> equations = new LinkedHashMap<>();
        for (Formula.Compare fact : assumptions.facts()) {
            if (fact.relation() == Formula.Relation.EQUAL && fact.operands().get(0) instanceof Formula.Call call) {
                equations.put(call, fact.operands().get(1));
            }
        }
        return equations;
    }

    private Formula copy(Formula formula) {
        return new Substitution(formulas, Map.of()).into(formula);
    }
}
