package dev.orbit.compiler.lower;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where lowering stands: the region that is written, and what names mean there. Inner frames see the outer names. */
final class Frame {
    final Builder builder;
    private final Map<Symbol, Term> names = new HashMap<>();
    private final Map<Symbol, Term> primed = new HashMap<>();
    private final Map<Symbol, Integer> running = new HashMap<>();
    /** Running indices that a loop runs through: its index, and the number that stands for its 0. */
    private final Map<Symbol, Counter> counters = new HashMap<>();

    private final Horizon horizon;
    private final Optional<Lags> lags;
    /** What this region adds to the loss at every step. */
    final List<Value> losses = new ArrayList<>();

    private final boolean foreign;

    /** What claims speak of, by name: {@code loss}, {@code gradient b}. */
    private final Map<String, Value> answers = new HashMap<>();

    /** A running index as a loop has it: {@code index + first}. */
    record Counter(Value index, int first) {}

    Frame(Builder builder, Horizon horizon) {
        this(builder, horizon, Optional.empty(), false);
    }

    private Frame(Builder builder, Horizon horizon, Optional<Lags> lags, boolean foreign) {
        this.builder = builder;
        this.horizon = horizon;
        this.lags = lags;
        this.foreign = foreign;
    }

    /** A frame that writes elsewhere. */
    Frame inner(Builder other) {
        return copy(other, lags, foreign);
    }

    /** The frame of a step, in which lags may be read. */
    Frame step(Builder other, Lags stepLags) {
        return copy(other, Optional.of(stepLags), foreign);
    }

    /** A frame for the body of a function; when its text is not in the spec, places stay those of the call. */
    Frame call(boolean bound) {
        return copy(builder, lags, foreign || bound);
    }

    private Frame copy(Builder other, Optional<Lags> otherLags, boolean otherForeign) {
        Frame frame = new Frame(other, horizon, otherLags, otherForeign);
        frame.names.putAll(names);
        frame.primed.putAll(primed);
        frame.running.putAll(running);
        frame.counters.putAll(counters);
        frame.answers.putAll(answers);
        return frame;
    }

    Horizon horizon() {
        return horizon;
    }

    Lags lags() {
        return lags.orElseThrow();
    }

    Builder at(Span span) {
        return foreign ? builder : builder.at(new Origin(span.start(), span.end(), Origin.Derivation.WRITTEN));
    }

    void define(Symbol symbol, Term term) {
        names.put(symbol, term);
    }

    void definePrimed(Symbol state, Term term) {
        primed.put(state, term);
    }

    void run(Symbol index, int value) {
        running.put(index, value);
    }

    void count(Symbol index, Counter counter) {
        counters.put(index, counter);
    }

    Map<Symbol, Counter> counters() {
        return counters;
    }

    /** The term under the author's name, if it was just computed and has no name yet. */
    Term rename(Term term, Symbol symbol) {
        return term instanceof Term.Plain plain ? new Term.Plain(builder.rename(plain.value(), symbol.name())) : term;
    }

    Term name(Symbol symbol) {
        return requireNonNull(names.get(symbol));
    }

    /** The state after the step: what was assigned, else what it was. */
    Term primed(Symbol state) {
        return primed.containsKey(state) ? requireNonNull(primed.get(state)) : name(state);
    }

    void answer(String name, Value value) {
        answers.put(name, value);
    }

    /** What a claim speaks of; elsewhere than in a claim nothing does. */
    Value answered(String name) {
        return requireNonNull(answers.get(name));
    }

    Map<Symbol, Integer> running() {
        return running;
    }
}
