package dev.orbit.compiler.analyse;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Printer;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Uses;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of a program's values while it is written as mathematics: their formulas, and which get an equation of their own. */
final class Ledger {
    /** Parts of more nodes than this that are read more than once get a name. */
    private static final int LONGEST_REPEATED = 6;

    private static final String MADE_UP = "stacked";
    private static final String BAR = "Bar";

    final Formulas formulas;
    private final Uses uses;
    private final Map<Value, Formula> known = new HashMap<>();
    private final Map<Value, Name> titles = new HashMap<>();
    private final Map<Value, List<Axis>> axes = new HashMap<>();
    private final Set<Value> carried = new HashSet<>();
    private final Set<Name> reserved = new HashSet<>();
    private final Set<String> authored;
    private final Set<String> inlined;
    private int helpers;

    /**
     * What the rows of a stack are numbered by in its formula.
     *
     * @param first what the index is in the first row
     */
    record Axis(String index, int first) {}

    /**
     * @param authored names that the author gave; others that end in {@code Bar} are adjoints
     * @param inlined names whose adjoints are shown only where they are outputs: of parameters
     */
    Ledger(Formulas formulas, Uses uses, Set<String> authored, Set<String> inlined) {
        this.formulas = formulas;
        this.uses = uses;
        this.authored = Set.copyOf(authored);
        this.inlined = Set.copyOf(inlined);
    }

    Formula known(Value value) {
        return requireNonNull(known.get(value), value::toString);
    }

    void know(Value value, Formula formula) {
        known.put(value, formula);
    }

    boolean isKnown(Value value) {
        return known.containsKey(value);
    }

    /** A stack: its formula is that of a row, by the index of the outermost axis. */
    void stack(Value value, Formula row, List<Axis> of) {
        known.put(value, row);
        axes.put(value, of);
    }

    List<Axis> axes(Value value) {
        return axes.getOrDefault(value, List.of());
    }

    Optional<Name> title(Value value) {
        return Optional.ofNullable(titles.get(value));
    }

    /** Names a value, unless it has a name. */
    void title(Value value, Name name) {
        titles.putIfAbsent(value, name);
    }

    /** The name that a value's hint gives it. */
    Optional<Name> hinted(Value value, List<String> indices) {
        String hint = value.hint();
        if (hint.isEmpty() || hint.startsWith(MADE_UP) && !authored.contains(hint)) {
            return Optional.empty();
        }
        boolean adjoint = hint.endsWith(BAR) && hint.length() > BAR.length() && !authored.contains(hint);
        Name name = adjoint
                ? Name.of(hint.substring(0, hint.length() - BAR.length())).with(Name.Accent.ADJOINT)
                : Name.of(hint);
        return Optional.of(at(name, indices));
    }

    static Name at(Name name, List<String> indices) {
        Name at = name;
        for (String index : indices) {
            at = at.at(index);
        }
        return at;
    }

    /** The name with another last index. */
    static Name last(Name name, String index) {
        List<String> outer = name.indices().subList(0, name.indices().size() - 1);
        return new Name(name.base(), name.accent(), name.primes(), outer).at(index);
    }

    /** A name that no author gave. */
    Name helper(List<String> indices) {
        helpers++;
        return at(Name.of("u" + helpers), indices);
    }

    /** Names what a loop carries: it means something in every branch. */
    void carry(Value value, Name name) {
        title(value, name);
        carried.add(value);
    }

    boolean isCarried(Value value) {
        return carried.contains(value);
    }

    /** A name for what is no value of the program; no value gets it any more. */
    Name reserve(Name name) {
        Name free = name;
        while (titles.containsValue(free) || !reserved.add(free)) {
            free = free.primed();
        }
        return free;
    }

    /** Gives names by hint to what a region computes; of several of one hint to the last. */
    void title(Region region, List<String> indices, List<Value> except) {
        Map<Name, Value> last = new LinkedHashMap<>();
        for (Instr instr : region.instrs()) {
            if (!(instr instanceof Instr.Constant)) {
                instr.results().stream()
                        .filter(value -> value.type().isReal() && !except.contains(value))
                        .filter(value -> value.type().stacked().isEmpty())
                        .filter(value -> isShown(value, indices))
                        .forEach(value -> hinted(value, indices).ifPresent(name -> last.put(name, value)));
            }
        }
        last.forEach((name, value) -> {
            if (!titles.containsValue(name) && !reserved.contains(name)) {
                title(value, name);
            }
        });
    }

    /** Whether a value is worth an equation for its name alone: adjoints of parameters, and what is only handed on, are not. */
    private boolean isShown(Value value, List<String> indices) {
        Name name = hinted(value, List.of()).orElse(Name.of(""));
        boolean adjoint = name.accent() == Name.Accent.ADJOINT;
        boolean once = uses.count(value) < 2;
        return !(adjoint && once && (indices.isEmpty() || inlined.contains(name.base())))
                && !indices.contains(name.base());
    }

    /** Knows a value, by an equation of its own if it has a name or should have one. */
    void define(Value value, Formula formula, List<String> indices, List<Line> lines) {
        boolean repeated = uses.count(value) > 1
                && value.type().isReal()
                && value.type().stacked().isEmpty()
                && Printer.writtenSize(formula) > LONGEST_REPEATED;
        if (repeated && titles.get(value) == null) {
            titles.put(value, helper(indices));
        }
        Optional<Name> title = title(value);
        Formula symbol = title.<Formula>map(formulas::symbol).orElse(formula);
        if (title.isPresent() && symbol != formula) {
            lines.add(new Line.Equation(symbol, formula));
        }
        know(value, symbol);
    }
}
