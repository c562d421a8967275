package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Notation;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes loops: states by their index, forwards {@code h[t]} from {@code h[t-1]}, backwards adjoints {@code hBar[t-1]} from {@code
 * hBar[t]}; sums as sums. A loop without states and without named parts leaves no lines: it is a sum, or a stack.
 */
final class LoopTranscript {
    private static final List<String> INNER = List.of("j", "k", "l", "m", "p", "q");

    /** Marks what is handed to a step from the step after, until it is known what that is. */
    private static final String HANDED = "<";

    private final Transcript transcript;
    private final Ledger ledger;
    private final Formulas formulas;
    private final String step;
    private final int first;
    private final Map<Formula, Formula> handed = new LinkedHashMap<>();

    LoopTranscript(Transcript transcript, String step, int first) {
        this.transcript = transcript;
        this.ledger = transcript.ledger;
        this.formulas = transcript.formulas;
        this.step = step;
        this.first = first;
    }

    /** A loop while it is written. */
    private record Run(
            Instr.Loop loop, String index, int first, String last, Transcript.Scope outer, Transcript.Scope inner) {
        Value yielded(int carry) {
            return loop.body().results().get(carry);
        }
    }

    void write(Instr.Loop loop, Transcript.Scope scope) {
        boolean steps = loop.axis() == Instr.Axis.STEPS;
        String index = steps ? step : inner(loop, scope);
        int from = steps ? first : 1;
        List<String> deeper = new ArrayList<>(scope.indices());
        deeper.add(index);
        Run run = new Run(loop, index, from, last(loop, from), scope, scope.inner(deeper));
        ledger.know(loop.index(), formulas.subtract(formulas.symbol(index), formulas.number(from)));
        rows(run);
        List<Optional<Name>> names = arguments(run);
        List<Value> except = loop.backward()
                ? loop.body().results().subList(0, loop.carries().size())
                : List.of();
        except = except.stream().filter(value -> isState(loop, value)).toList();
        transcript.titles(loop.body(), run.inner(), except);
        transcript.write(loop.body().instrs(), run.inner());
        List<Line> body = new ArrayList<>(run.inner().lines());
        List<Line> before = new ArrayList<>();
        closing(run, names, before, body);
        if (!body.isEmpty()) {
            scope.lines().addAll(before);
            scope.lines().add(new Line.Block(heading(run), body));
        }
        results(run, names);
    }

    private static boolean isState(Instr.Loop loop, Value yielded) {
        for (int i = 0; i < loop.carries().size(); i++) {
            if (loop.carries().get(i).isState() && loop.body().results().get(i).equals(yielded)) {
                return true;
            }
        }
        return false;
    }

    private static String inner(Instr.Loop loop, Transcript.Scope scope) {
        String hint = loop.index().hint();
        return hint.isEmpty() || scope.indices().contains(hint)
                ? INNER.get(Math.min(scope.indices().size(), INNER.size())
                        - (scope.indices().isEmpty() ? 0 : 1))
                : hint;
    }

    /** The index of the last iteration, as it stands in a subscript. */
    private String last(Instr.Loop loop, int from) {
        Formula last = formulas.add(transcript.count(loop.count()), formulas.number(from - 1));
        return last.toString().replace(" ", "");
    }

    private Line.Heading heading(Run run) {
        Formula low = formulas.symbol(Integer.toString(run.first()));
        Formula high = formulas.symbol(run.last());
        boolean back = run.loop().backward();
        return new Line.Heading(
                Line.Heading.Kind.RANGE, List.of(formulas.symbol(run.index()), back ? high : low, back ? low : high));
    }

    private void rows(Run run) {
        for (int i = 0; i < run.loop().sequences().size(); i++) {
            Instr.Sequence sequence = run.loop().sequences().get(i);
            Value row = run.loop().rows().get(i);
            Formula formula = ledger.known(sequence.of());
            List<Ledger.Axis> axes = ledger.axes(sequence.of());
            if (!axes.isEmpty()) {
                Ledger.Axis axis = axes.get(0);
                Formula here = transcript.indices.at(formula, axis.index(), run.index());
                int by = sequence.shift() + axis.first() - run.first();
                formula = by == 0 ? here : transcript.indices.shift(here, run.index(), by);
            }
            List<Ledger.Axis> deeper = axes.size() > 1 ? axes.subList(1, axes.size()) : List.of();
            ledger.stack(row, formula, deeper);
        }
    }

    /** What the carried values are called at the index; empty for sums, and for what is only handed on. */
    private List<Optional<Name>> arguments(Run run) {
        List<Optional<Name>> names = new ArrayList<>();
        List<Optional<Value>> carried = run.loop().carried();
        for (int i = 0; i < carried.size(); i++) {
            Carry carry = run.loop().carries().get(i);
            int place = i;
            names.add(carried.get(i).flatMap(argument -> argument(run, carry, place, argument)));
        }
        return names;
    }

    private Optional<Name> argument(Run run, Carry carry, int place, Value argument) {
        Value yielded = run.yielded(place);
        Name name = transcript
                .hinted(carry.delay() > 1 && !yielded.hint().isEmpty() ? yielded : argument, run.inner())
                .or(() -> transcript.hinted(yielded, run.inner()))
                .orElseGet(() -> ledger.helper(run.inner().indices()));
        if (run.loop().backward()) {
            String hint = argument.hint().isEmpty() ? yielded.hint() : argument.hint();
            boolean total = carry.delay() > 1 || total(run, hint).isPresent();
            // a sign that no name has, and the carry's place: several may carry one name
            Name own = total
                    ? new Name(name.base() + HANDED + place, name.accent(), name.primes(), name.indices())
                    : ledger.reserve(name);
            ledger.know(argument, formulas.symbol(own));
            return Optional.of(own);
        }
        ledger.know(argument, formulas.symbol(Ledger.last(name, Indices.shifted(run.index(), -carry.delay()))));
        if (isOwn(run, yielded)) {
            ledger.carry(yielded, name);
        }
        return Optional.of(name);
    }

    private static boolean isOwn(Run run, Value value) {
        return run.loop().body().instrs().stream()
                .filter(instr -> !(instr instanceof Instr.Constant))
                .anyMatch(instr -> instr.results().contains(value));
    }

    /** What a backward step adds up under the name of what is handed to it. */
    private static Optional<Value> total(Run run, String hint) {
        return run.loop().body().instrs().stream()
                .flatMap(instr -> instr.results().stream())
                .filter(value -> !hint.isEmpty() && value.hint().equals(hint))
                .filter(value -> !isState(run.loop(), value))
                .findFirst();
    }

    /** Where states begin, and what they are next where that is no equation yet. */
    private void closing(Run run, List<Optional<Name>> names, List<Line> before, List<Line> body) {
        for (int i = 0; i < names.size(); i++) {
            Carry carry = run.loop().carries().get(i);
            Formula next = ledger.known(run.yielded(i));
            Formula initial = ledger.known(carry.initial());
            Optional<Name> name = names.get(i);
            if (name.isPresent() && !run.loop().backward()) {
                forwards(run, name.get(), carry, initial, next, before, body);
            } else if (name.isPresent() && !handOn(run, name.get(), carry, initial, next, body)) {
                Formula symbol = formulas.symbol(plain(name.get()));
                replace(body, formulas.symbol(name.get()), symbol);
                handed.put(formulas.symbol(name.get()), symbol);
                before.add(new Line.Equation(formulas.symbol(Ledger.last(plain(name.get()), run.last())), initial));
                Name earlier = Ledger.last(plain(name.get()), Indices.shifted(run.index(), -1));
                body.add(new Line.Equation(formulas.symbol(earlier), settled(next)));
            }
        }
    }

    private void forwards(
            Run run, Name name, Carry carry, Formula initial, Formula next, List<Line> before, List<Line> body) {
        String from = carry.delay() == 1 ? Integer.toString(run.first() - 1) : "≤" + (run.first() - 1);
        Formula begun = formulas.symbol(Ledger.last(name, from));
        Line begin = new Line.Equation(formulas.symbol(Ledger.last(name, Integer.toString(run.first() - 1))), initial);
        before.remove(begin);
        if (before.stream().noneMatch(line -> line.equals(new Line.Equation(begun, initial)))) {
            before.add(new Line.Equation(begun, initial));
        }
        Formula symbol = formulas.symbol(name);
        boolean defined = next == symbol;
        if (!defined && body.stream().noneMatch(line -> line.equals(new Line.Equation(symbol, next)))) {
            body.add(new Line.Equation(symbol, next));
        }
    }

    private static boolean isHanded(Name name) {
        return name.base().contains(HANDED);
    }

    /** A name of its own for what is handed on beside a total of the same name. */
    private static Name plain(Name name) {
        int mark = name.base().indexOf(HANDED);
        return mark < 0
                ? name
                : new Name(name.base().substring(0, mark), name.accent(), name.primes() + 1, name.indices());
    }

    /** Puts what the step after hands on where it is added, if that can be done: it is zero after the last step. */
    private boolean handOn(Run run, Name name, Carry carry, Formula initial, Formula next, List<Line> body) {
        Formula argument = formulas.symbol(name);
        Formula settled = settled(next);
        boolean open = Traversal.symbols(List.of(settled)).stream().anyMatch(symbol -> isHanded(symbol.name()));
        if (!isHanded(name) || open || initial != formulas.number(0)) {
            return false;
        }
        Formula later = transcript.indices.shift(settled, run.index(), carry.delay());
        replace(body, argument, later);
        handed.put(argument, later);
        return true;
    }

    private Formula settled(Formula formula) {
        return new Substitution(formulas, handed).into(formula);
    }

    private void replace(List<Line> lines, Formula symbol, Formula by) {
        Substitution substitution = new Substitution(formulas, Map.of(symbol, by));
        lines.replaceAll(line -> line.map(substitution::into));
    }

    private void results(Run run, List<Optional<Name>> names) {
        Instr.Loop loop = run.loop();
        for (int i = 0; i < names.size(); i++) {
            Formula next = settled(ledger.known(run.yielded(i)));
            Formula initial = ledger.known(loop.carries().get(i).initial());
            Formula result = names.get(i).map(name -> ending(run, name, next)).orElseGet(() -> sum(run, initial, next));
            Value value = loop.results().get(i);
            if (names.get(i).isPresent()) {
                ledger.know(value, result);
            } else {
                ledger.define(value, result, run.outer().indices(), run.outer().lines());
            }
        }
        for (int i = 0; i < loop.stacks().size(); i++) {
            Value collected = loop.collected().get(i);
            List<Ledger.Axis> axes = new ArrayList<>();
            axes.add(new Ledger.Axis(run.index(), run.first()));
            axes.addAll(ledger.axes(collected));
            ledger.stack(loop.stacks().get(i), settled(ledger.known(collected)), axes);
        }
    }

    private Formula ending(Run run, Name name, Formula next) {
        if (!run.loop().backward()) {
            return formulas.symbol(Ledger.last(name, run.last()));
        }
        boolean handedOn = isHanded(name) && settled(formulas.symbol(name)) != formulas.symbol(plain(name));
        return handedOn
                ? transcript.indices.at(next, run.index(), Integer.toString(run.first()))
                : formulas.symbol(Ledger.last(plain(name), Integer.toString(run.first() - 1)));
    }

    private Formula sum(Run run, Formula initial, Formula each) {
        Formula zero = formulas.number(0);
        return each == zero
                ? initial
                : formulas.add(initial, Notation.SUM.of(formulas, each, formulas.symbol(run.index())));
    }
}
