package dev.orbit.compiler.check;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.RunningIndex;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Doc;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Spec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What all rooms of one check share: the spec, names of the whole model, and what has been found out so far. */
final class Run {
    private final Spec spec;
    private final Functions functions;
    private final Scope global;
    private final Set<String> unread;
    private final Map<Symbol, Meaning> meanings = new LinkedHashMap<>();
    private final Map<Symbol, RunningIndex> ranges = new LinkedHashMap<>();
    private final Map<InstanceKey, Instance> instances = new LinkedHashMap<>();
    private final Map<FunctionInstance, References> reads = new LinkedHashMap<>();
    private final Map<String, Name> stepNames = new LinkedHashMap<>();
    private final Set<Symbol> dataLets = new LinkedHashSet<>();
    private final Depth depth = new Depth();
    private final StepStates stepStates = new StepStates();
    private final Map<String, Shape> guesses = new LinkedHashMap<>();
    private Set<String> top = Set.of();
    private Scope stepScope = Scope.global();
    private OptionalInt fixedSteps = OptionalInt.empty();
    private int symbols;

    Run(Spec spec, Functions functions, Scope global) {
        this.spec = spec;
        this.functions = functions;
        this.global = global;
        this.unread = spec.unreadNames();
    }

    SourceFile source() {
        return spec.source();
    }

    Functions functions() {
        return functions;
    }

    Scope global() {
        return global;
    }

    StepStates stepStates() {
        return stepStates;
    }

    Depth depth() {
        return depth;
    }

    /** Whether the name occurs in what could not be read: then nobody complains that it is missing. */
    boolean isUnread(String name) {
        return unread.contains(name);
    }

    /** Whether everything could be read: only then is anything known to be missing. */
    boolean isComplete() {
        return spec.unread().isEmpty();
    }

    Symbol symbol(Name name, Role role, Shape shape, Optional<Doc> doc) {
        return symbol(name.text(), role, shape, name.span(), doc);
    }

    Symbol symbol(String name, Role role, Shape shape, Span span, Optional<Doc> doc) {
        return new Symbol(symbols++, name, role, shape, span, doc.map(Doc::text));
    }

    /** Whether there are data with a row for each step. */
    boolean hasRows() {
        return meanings.values().stream().anyMatch(Meaning::perStep);
    }

    /** A name of the whole model gets its meaning. */
    void define(Meaning meaning) {
        global.put(meaning);
        meanings.put(meaning.symbol(), meaning);
    }

    /** What a symbol of the whole model means. */
    Optional<Meaning> meaning(Symbol symbol) {
        return Optional.ofNullable(meanings.get(symbol));
    }

    void defineRange(RunningIndex index) {
        ranges.put(index.symbol(), index);
    }

    RunningIndex range(Symbol index) {
        return requireNonNull(ranges.get(index));
    }

    Map<InstanceKey, Instance> instances() {
        return instances;
    }

    void defineReads(FunctionInstance function, References read) {
        reads.put(function, read);
    }

    /** What of the model a function reads when it is called. */
    References readsOf(FunctionInstance function) {
        return requireNonNull(reads.get(function));
    }

    /** Names that only the step knows, for messages outside of it. */
    Map<String, Name> stepNames() {
        return stepNames;
    }

    /** Names of the step that are visible in all of it, not only in an arm of an {@code if}. */
    void defineTop(Set<String> names) {
        top = Set.copyOf(names);
    }

    boolean isTop(String name) {
        return top.contains(name);
    }

    /** The scope of the step's intermediates. */
    void defineStepScope(Scope scope) {
        stepScope = scope;
    }

    Scope stepScope() {
        return stepScope;
    }

    /** What shapes lagged intermediates are taken to have while these are being found out. */
    Map<String, Shape> guesses() {
        return guesses;
    }

    void defineSteps(OptionalInt steps) {
        fixedSteps = steps;
    }

    /** The number of steps, if it is known when the class is generated. */
    OptionalInt fixedSteps() {
        return fixedSteps;
    }

    /** Marks a let that reads data, directly or not. */
    void markDataLet(Symbol let) {
        dataLets.add(let);
    }

    boolean isDataLet(Symbol let) {
        return dataLets.contains(let);
    }

    /** A frame for an expression of the spec outside functions and the step. */
    Frame frame(Site site, Report report) {
        return new Frame(this, global, site, report, new LinkedHashSet<>());
    }
}
