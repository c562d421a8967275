package dev.orbit.compiler.analyse;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Notation;
import dev.orbit.compiler.formula.Printer;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.State;
import dev.orbit.compiler.program.Datum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Closed forms for a few steps, as they are shown: what occurs more than once has a name, a state its own.
 *
 * @param equations what was asked for
 * @param where what names in the equations stand for, each in terms of names before it
 * @param values the equations' right sides before they were made short
 */
public record Unrolled(List<Line.Equation> equations, List<Line.Equation> where, List<Formula> values) {
    /** Parts of fewer nodes are repeated rather than named. */
    private static final int SHORTEST = 4;

    public Unrolled {
        equations = List.copyOf(equations);
        where = List.copyOf(where);
        values = List.copyOf(values);
    }

    /**
     * Closed forms of a model that takes this many steps.
     *
     * @param steps at least 0
     * @param asked {@code loss}, {@code penalty}, {@code gradient}, {@code gradient(a, b)}, {@code state}, or the name of a state, let or
     *     output
     * @param at what is put in
     * @throws IllegalArgumentException if the model has nothing of an asked name, or needs index data
     */
    public static Unrolled of(Model model, int steps, List<String> asked, List<Claim.Substitution> at) {
        Formulas formulas = new Formulas();
        ClosedForms forms = ClosedForms.of(model, steps, formulas);
        Substitution point = new Substitution(formulas, Substituted.of(model, at, forms.inputs(), formulas));
        Map<Formula, Formula> wanted = new LinkedHashMap<>();
        asked.forEach(what -> new Asked(model, forms, formulas, steps).find(what, wanted));
        Map<Formula, Name> states = new LinkedHashMap<>();
        for (int step = 1; step <= steps && model.iteration().isPresent(); step++) {
            ClosedForms earlier = step == steps ? forms : ClosedForms.of(model, step, formulas);
            for (State state : model.states()) {
                Datum<Formula> value =
                        requireNonNull(earlier.outputs().get(state.symbol().name()));
                Name name = Name.of(state.symbol().name()).at(Integer.toString(step));
                if (value.entries().size() == 1) {
                    states.putIfAbsent(point.into(value.number()), name);
                }
            }
        }
        Map<Formula, Formula> values = new LinkedHashMap<>();
        wanted.forEach((left, right) -> values.put(left, point.into(right)));
        return shown(values, states);
    }

    private static Unrolled shown(Map<Formula, Formula> values, Map<Formula, Name> states) {
        Formulas target = new Formulas();
        Polish polish = new Polish(target);
        List<Formula> lefts = values.keySet().stream().map(polish::of).toList();
        List<Formula> rights = values.values().stream().map(polish::of).toList();
        Map<Formula, Name> known = new LinkedHashMap<>();
        states.forEach((value, name) -> known.putIfAbsent(polish.of(value), name));
        for (Formula left : lefts) {
            if (left instanceof Formula.Symbol symbol) {
                known.values().remove(symbol.name());
            }
        }
        Naming naming = new Naming(target, known);
        List<Formula> brief = naming.name(rights);
        List<Line.Equation> equations = new ArrayList<>();
        for (int i = 0; i < lefts.size(); i++) {
            equations.add(new Line.Equation(lefts.get(i), brief.get(i)));
        }
        return new Unrolled(equations, naming.where, List.copyOf(values.values()));
    }

    /** Gives names to what occurs more than once. */
    private static final class Naming {
        private final Formulas formulas;
        private final Map<Formula, Name> known;
        private final List<Line.Equation> where = new ArrayList<>();
        private int helpers;

        Naming(Formulas formulas, Map<Formula, Name> known) {
            this.formulas = formulas;
            this.known = known;
        }

        List<Formula> name(List<Formula> roots) {
            List<Formula> nodes = Traversal.bottomUp(roots);
            Map<Formula, Integer> uses = new HashMap<>();
            nodes.forEach(node -> node.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum)));
            roots.forEach(root -> uses.merge(root, 1, Integer::sum));
            Map<Formula, Formula> names = new HashMap<>();
            for (Formula node : nodes) {
                boolean repeated = uses.getOrDefault(node, 0) > 1 && Printer.writtenSize(node) >= SHORTEST;
                if (repeated && !(node instanceof Formula.Number)) {
                    Formula meaning = new Substitution(formulas, new HashMap<>(names)).into(node);
                    Name given = known.getOrDefault(node, Name.of("u"));
                    Formula name =
                            formulas.symbol(known.containsKey(node) ? given : given.at(Integer.toString(++helpers)));
                    where.add(new Line.Equation(name, meaning));
                    names.put(node, name);
                }
            }
            return new Substitution(formulas, names).into(roots);
        }
    }

    /** Finds what is asked for. */
    private record Asked(Model model, ClosedForms forms, Formulas formulas, int steps) {
        void find(String what, Map<Formula, Formula> wanted) {
            String word = what.strip();
            if (word.equals("loss")) {
                wanted.put(formulas.symbol("loss"), forms.loss());
            } else if (word.equals("penalty")) {
                wanted.put(formulas.symbol("penalty"), forms.penalty());
            } else if (word.equals("gradient")) {
                forms.gradients().keySet().forEach(name -> gradient(name, wanted));
            } else if (word.startsWith("gradient(") && word.endsWith(")")) {
                String names = word.substring("gradient(".length(), word.length() - 1);
                for (String name : names.split(",", -1)) {
                    gradient(name.strip(), wanted);
                }
            } else if (word.equals("state") && !forms.outputs().containsKey(word)) {
                model.states().forEach(state -> output(state.symbol().name(), wanted));
            } else {
                output(word, wanted);
            }
        }

        private void gradient(String name, Map<Formula, Formula> wanted) {
            Datum<Formula> gradient = forms.gradients().get(name);
            if (gradient == null) {
                throw new IllegalArgumentException("there is no gradient by `" + name + "`; there are those by "
                        + String.join(", ", forms.gradients().keySet()));
            }
            Formula of = formulas.symbol(model.penalties().isEmpty() ? "loss" : "total");
            put(
                    gradient,
                    requireNonNull(forms.inputs().get(name)),
                    by -> Notation.DERIVATIVE.of(formulas, of, by),
                    wanted);
        }

        private void output(String name, Map<Formula, Formula> wanted) {
            Datum<Formula> value = forms.outputs().get(name);
            if (value == null) {
                throw new IllegalArgumentException("there is nothing called `" + name
                        + "` to be shown; there are loss, gradient, state, "
                        + String.join(", ", forms.outputs().keySet()));
            }
            boolean state =
                    model.states().stream().anyMatch(s -> s.symbol().name().equals(name));
            Name base = state ? Name.of(name).at(Integer.toString(steps)) : Name.of(name);
            put(base, value, wanted);
        }

        private void put(Name base, Datum<Formula> value, Map<Formula, Formula> wanted) {
            value.match(new Datum.Cases<Formula, Integer>(
                    entries -> {
                        List<Formula> all = entries.entries();
                        for (int i = 0; i < all.size(); i++) {
                            Name name = all.size() == 1 ? base : base.at(Integer.toString(i + 1));
                            wanted.put(formulas.symbol(name), all.get(i));
                        }
                        return all.size();
                    },
                    index -> 0,
                    stack -> {
                        for (int i = 0; i < stack.rows().size(); i++) {
                            put(base.at(Integer.toString(i + 1)), stack.rows().get(i), wanted);
                        }
                        return stack.rows().size();
                    }));
        }

        private void put(
                Datum<Formula> value, Datum<Formula> by, UnaryOperator<Formula> left, Map<Formula, Formula> wanted) {
            value.match(new Datum.Cases<Formula, Integer>(
                    entries -> {
                        for (int i = 0; i < entries.entries().size(); i++) {
                            wanted.put(
                                    left.apply(by.entries().get(i)),
                                    entries.entries().get(i));
                        }
                        return entries.entries().size();
                    },
                    index -> 0,
                    stack -> {
                        for (int i = 0; i < stack.rows().size(); i++) {
                            put(stack.rows().get(i), by.rows().get(i), left, wanted);
                        }
                        return stack.rows().size();
                    }));
        }
    }
}
