package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.FormulaAlgebra;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** One evaluation by {@link GeneralSteps}: what is no matter of steps is left to the evaluator, instruction by instruction. */
final class GeneralRun {
    final FormulaAlgebra algebra;
    final Zone zone;
    final Generality generality;
    final BiPredicate<Formula, Formula> equal;
    private final Map<Value, Datum<Formula>> known = new HashMap<>();
    private final GeneralLoop loops = new GeneralLoop(this);

    GeneralRun(FormulaAlgebra algebra, Zone zone, Generality generality, BiPredicate<Formula, Formula> equal) {
        this.algebra = algebra;
        this.zone = zone;
        this.generality = generality;
        this.equal = equal;
    }

    List<Datum<Formula>> run(Program program, List<Datum<Formula>> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            define(program.body().arguments().get(i), arguments.get(i));
        }
        return run(program.body());
    }

    List<Datum<Formula>> run(Region region) {
        for (Instr instr : region.instrs()) {
            List<Datum<Formula>> found = evaluate(instr);
            for (int i = 0; i < found.size(); i++) {
                define(instr.results().get(i), found.get(i));
            }
        }
        return region.results().stream().map(this::read).toList();
    }

    void define(Value value, Datum<Formula> datum) {
        known.put(value, datum);
    }

    Datum<Formula> read(Value value) {
        return java.util.Objects.requireNonNull(known.get(value), value::toString);
    }

    private List<Datum<Formula>> evaluate(Instr instr) {
        if (instr instanceof Instr.Loop loop) {
            return loops.run(loop);
        } else if (instr instanceof Instr.If branch) {
            return branch(branch);
        } else if (instr instanceof Instr.Extent extent && isOpen(extent.count())) {
            return List.of(Datum.scalar(extent(extent.count())));
        } else if (instr instanceof Instr.Real real
                && !Zone.isNumber(read(real.index()).index())) {
            Formula index = generality.index(Zone.step(read(real.index()).index()));
            return List.of(Datum.scalar(algebra.add(index, algebra.constant(real.plus()))));
        } else if (instr instanceof Instr.Compare compare && compare.x().type().equals(Type.INDEX)) {
            return List.of(Datum.scalar(algebra.truth(compared(compare))));
        }
        return alone(instr);
    }

    private Formula extent(Count count) {
        int less = count instanceof Count.Less shorter ? shorter.by() : 0;
        return algebra.subtract(generality.rows(), algebra.constant(less));
    }

    /** An index that is no number is not less than the number of the first steps. */
    private boolean compared(Instr.Compare compare) {
        int x = read(compare.x()).index();
        int y = read(compare.y()).index();
        boolean told = Zone.isNumber(x) && Zone.isNumber(y)
                || Zone.isNumber(x) && x < zone.first()
                || Zone.isNumber(y) && y < zone.first();
        if (!told) {
            throw new Undecidable("steps are told apart by their number");
        }
        return compare.op().holds(x, y);
    }

    /** Whether a count is that of rows of per-step data, or of what is left of them. */
    boolean isOpen(Count count) {
        return count.match(new Count.Cases<>(
                fixed -> false,
                dimension -> true,
                less -> {
                    if (!isOpen(less.of())) {
                        throw new Undecidable("a number of rows is computed");
                    }
                    return true;
                },
                given -> false,
                quotient -> {
                    throw new Undecidable("steps are cut into segments");
                },
                rest -> {
                    throw new Undecidable("steps are cut into segments");
                }));
    }

    private List<Datum<Formula>> branch(Instr.If branch) {
        Formula condition = read(branch.condition()).number();
        Optional<Boolean> truth = algebra.decide(condition);
        if (truth.isPresent()) {
            return run(truth.get() ? branch.then() : branch.otherwise());
        }
        List<Datum<Formula>> then = run(branch.then());
        List<Datum<Formula>> otherwise = run(branch.otherwise());
        List<Datum<Formula>> chosen = new ArrayList<>();
        for (int i = 0; i < then.size(); i++) {
            chosen.add(then.get(i).zip(otherwise.get(i), (x, y) -> algebra.choose(condition, x, y)));
        }
        return chosen;
    }

    /** An instruction as a program of its own. */
    private List<Datum<Formula>> alone(Instr instr) {
        boolean rowwise = instr instanceof Instr.Constant || instr instanceof Instr.Map1 || instr instanceof Instr.Map2;
        if (!rowwise
                && Stream.concat(instr.operands().stream(), instr.results().stream())
                        .anyMatch(this::isStack)) {
            throw new Undecidable("all steps are read at once");
        }
        Set<Value> operands = new LinkedHashSet<>(instr.operands());
        List<Value> arguments = List.copyOf(operands);
        List<Datum<Formula>> data = arguments.stream().map(this::read).toList();
        if (data.stream()
                .anyMatch(datum -> datum instanceof Datum.Index<Formula> index && !Zone.isNumber(index.place()))) {
            throw new Undecidable("what is read depends on the number of the step");
        }
        List<Program.Input> inputs = arguments.stream()
                .map(value -> new Program.Input(Program.Role.INPUT, value.toString()))
                .toList();
        List<Program.Output> outputs = instr.results().stream()
                .map(value -> new Program.Output(Program.Purpose.PREDICTION, value.toString()))
                .toList();
        Program program = new Program(inputs, new Region(arguments, List.of(instr), instr.results()), outputs);
        return new Evaluator<>(algebra).evaluate(program, data, Map.of(zone.dim(), zone.rows()));
    }

    private boolean isStack(Value value) {
        return value.type().stacked().stream().anyMatch(this::isOpen);
    }
}
