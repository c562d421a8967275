package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Notation;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes regions of a program as lines of mathematics, instruction by instruction. */
final class Transcript {
    final Ledger ledger;
    final Formulas formulas;
    final Indices indices;
    private final Operations operations;
    private final FormulaAlgebra algebra;
    private final LoopTranscript loops;
    private final BranchTranscript branches;

    /**
     * @param step the running index of the steps
     * @param first what it is in the first step
     */
    Transcript(Ledger ledger, String step, int first) {
        this.ledger = ledger;
        this.formulas = ledger.formulas;
        this.indices = new Indices(formulas);
        this.operations = new Operations(formulas);
        this.algebra = new FormulaAlgebra(formulas);
        this.loops = new LoopTranscript(this, step, first);
        this.branches = new BranchTranscript(this);
    }

    /** Where lines are written. */
    record Scope(List<String> indices, List<Line> lines) {
        Scope inner(List<String> deeper) {
            return new Scope(deeper, new ArrayList<>());
        }
    }

    /** The instructions of a region; names by hint are given by whoever opens it. */
    void write(List<Instr> instrs, Scope scope) {
        for (Instr instr : instrs) {
            if (!taken(instr, instrs, scope)) {
                write(instr, scope);
            }
        }
    }

    /**
     * A stacked right-hand side that is taken apart: one equation with all names on its left. Its parts have their names
     * then, and are skipped.
     */
    private boolean taken(Instr instr, List<Instr> instrs, Scope scope) {
        if (instr instanceof Instr.View view && view.op() == Access.SLICE) {
            return ledger.title(view.result()).isPresent() && ledger.isKnown(view.result());
        }
        List<Instr.View> parts =
                instr.results().size() == 1 ? parts(instr.results().get(0), instrs) : List.of();
        if (parts.size() < 2
                || !parts.stream().allMatch(part -> ledger.title(part.result()).isPresent())) {
            return false;
        }
        Formula right = formula((Instr.Single) instr);
        List<Formula> names = new ArrayList<>();
        for (Instr.View part : parts) {
            Formula name = formulas.symbol(ledger.title(part.result()).orElseThrow());
            names.add(name);
            ledger.know(part.result(), name);
        }
        scope.lines().add(new Line.Equation(Notation.STACKED.of(formulas, names), right));
        ledger.know(instr.results().get(0), Notation.STACKED.of(formulas, names));
        return true;
    }

    /** The slices that cut a vector into all of its parts, in order; none if they do not. */
    private static List<Instr.View> parts(Value whole, List<Instr> instrs) {
        List<Instr.View> parts = new ArrayList<>();
        int next = 0;
        for (Instr instr : instrs) {
            boolean slice = instr instanceof Instr.View view
                    && view.op() == Access.SLICE
                    && view.args().get(0).equals(whole);
            if (slice && ((Instr.View) instr).bounds().get(0) == next) {
                parts.add((Instr.View) instr);
                next = ((Instr.View) instr).bounds().get(1);
            }
        }
        return whole.type().shape().size() == 1 && next == whole.type().size() ? parts : List.of();
    }

    private void write(Instr instr, Scope scope) {
        if (instr instanceof Instr.Loop loop) {
            loops.write(loop, scope);
        } else if (instr instanceof Instr.If branch) {
            branches.write(branch, scope);
        } else if (instr instanceof Instr.Call call) {
            List<Formula> results = operations.call(call, all(call.args()));
            for (int i = 0; i < results.size(); i++) {
                ledger.define(call.results().get(i), results.get(i), scope.indices(), scope.lines());
            }
        } else if (instr instanceof Instr.Single single) {
            Value result = single.result();
            boolean literal = instr instanceof Instr.Constant;
            if (literal
                    || result.type().element() == Type.Element.TRUTH
                    || !result.type().isReal()) {
                ledger.know(result, formula(single));
            } else {
                ledger.define(result, formula(single), scope.indices(), scope.lines());
            }
            stacked(instr.operands(), result);
        }
    }

    /** What is computed of stacks row by row is a stack by the same index. */
    private void stacked(List<Value> operands, Value result) {
        if (!result.type().stacked().isEmpty()) {
            operands.stream()
                    .map(ledger::axes)
                    .filter(axes -> !axes.isEmpty())
                    .findFirst()
                    .ifPresent(axes -> ledger.stack(result, ledger.known(result), axes));
        }
    }

    private Formula formula(Instr.Single instr) {
        return instr.match(new Instr.Cases<>(
                this::constant,
                extent -> count(extent.count()),
                real -> formulas.add(ledger.known(real.index()), formulas.number(real.plus())),
                map -> operations.map(map, ledger.known(map.x())),
                map -> operations.map(map, ledger.known(map.x()), ledger.known(map.y())),
                this::compare,
                logic -> algebra.connect(logic.op(), all(logic.args())),
                linear -> operations.linear(linear.op(), whole(linear.args())),
                this::view,
                fold -> operations.fold(fold.op(), whole(List.of(fold.x())).get(0)),
                Transcript::several,
                Transcript::several,
                Transcript::several));
    }

    /** That a datum equals itself says that it is known. */
    private Formula compare(Instr.Compare compare) {
        Formula x = ledger.known(compare.x());
        return compare.x().equals(compare.y())
                ? formulas.call("known", List.of(), List.of(x))
                : algebra.compare(compare.op(), x, ledger.known(compare.y()));
    }

    private static Formula several(Instr instr) {
        throw new IllegalArgumentException("an instruction of several results: " + instr);
    }

    private Formula constant(Instr.Constant constant) {
        return constant.result().type().element() == Type.Element.TRUTH
                ? algebra.truth(constant.literal().value() != 0)
                : algebra.literal(constant.literal());
    }

    private Formula view(Instr.View view) {
        List<Ledger.Axis> axes = ledger.axes(view.args().get(0));
        if (view.op() == Access.ROW && !axes.isEmpty()) {
            Ledger.Axis axis = axes.get(0);
            String row = Integer.toString(view.bounds().get(0) + axis.first());
            return indices.at(ledger.known(view.args().get(0)), axis.index(), row);
        }
        boolean rows = view.op() == Access.PAD_ROWS;
        return operations.view(view, rows ? all(view.args()) : whole(view.args()));
    }

    /** Formulas of values that are used as a whole: of a stack, what stands in each row. */
    private List<Formula> whole(List<Value> values) {
        return values.stream().map(this::whole).toList();
    }

    private Formula whole(Value value) {
        List<Ledger.Axis> axes = ledger.axes(value);
        Formula formula = ledger.known(value);
        return axes.isEmpty() || formula instanceof Formula.Number
                ? formula
                : Notation.EACH.of(
                        formulas, formula, formulas.symbol(axes.get(0).index()));
    }

    private List<Formula> all(List<Value> values) {
        return values.stream().map(ledger::known).toList();
    }

    /** A count as a number. */
    Formula count(Count count) {
        return count.match(new Count.Cases<>(
                fixed -> formulas.number(fixed.number()),
                dimension -> formulas.symbol(dimension.name()),
                less -> formulas.subtract(count(less.of()), formulas.number(less.by())),
                given -> ledger.known(given.index()),
                quotient -> formulas.divide(count(quotient.of()), formulas.number(quotient.by())),
                rest -> count(rest.of())));
    }

    Optional<Name> hinted(Value value, Scope scope) {
        return ledger.hinted(value, scope.indices());
    }

    void titles(Region region, Scope scope, List<Value> except) {
        ledger.title(region, scope.indices(), except);
    }
}
