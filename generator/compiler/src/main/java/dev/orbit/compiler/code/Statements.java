package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.Slot;
import dev.orbit.compiler.schedule.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of a schedule as statements of one method. */
final class Statements {
    private static final int LONGEST_REMARK = 60;

    private final Schedule schedule;
    private final Surroundings around;
    private final Variables variables;
    private final Expressions expressions;
    private final List<Outline.Note> notes;
    private final Set<Outline.Note> told = new HashSet<>();
    private final List<Step.Give> given = new ArrayList<>();
    private boolean backwards;

    Statements(Schedule schedule, Surroundings around, Variables variables, Naming naming, Outline outline) {
        List<Abstract> functions = outline.functions().stream()
                .map(Outline.AbstractFunction::signature)
                .toList();
        this.notes = outline.notes();
        this.schedule = schedule;
        this.around = around;
        this.variables = variables;
        this.expressions = new Expressions(schedule, around, naming, functions);
    }

    Expressions expressions() {
        return expressions;
    }

    /** The outputs met so far, in the order of the steps. */
    List<Step.Give> given() {
        return List.copyOf(given);
    }

    /** The statements of a block; variables that it declares are named in {@code names}. */
    List<Stmt> block(Step.Block block, Names names) {
        List<Stmt> out = new ArrayList<>();
        for (Step step : block.steps()) {
            out.addAll(step.match(new Step.Cases<>(
                    define -> define(define, names),
                    open -> List.of(open(open, names)),
                    load -> List.of(declare(load.to(), Optional.of(expressions.load(load.from())), "", names)),
                    copy -> List.of(set(around.slot(copy.to()), expressions.read(copy.from()), "")),
                    move -> List.of(set(around.slot(move.to()), around.slot(move.from()), "")),
                    add -> List.of(accumulate(around.slot(add.to()), expressions.read(add.contribution()))),
                    keep -> List.of(set(expressions.addresses().entry(keep.at()), expressions.read(keep.value()), "")),
                    spread -> List.of(spread(spread, names)),
                    fill -> List.of(fill(fill)),
                    push -> List.of(set(
                            expressions.addresses().ring(push.ring(), push.index()),
                            expressions.read(push.value()),
                            "")),
                    branch -> List.of(branch(branch, names)),
                    repeat -> repeat(repeat, names),
                    give -> {
                        given.add(give);
                        return List.<Stmt>of();
                    })));
        }
        return out;
    }

    private List<Stmt> define(Step.Define define, Names names) {
        Value value = define.value();
        Expr expr = expressions.written(schedule.definitions().get(value));
        List<Stmt> out = new ArrayList<>(turn(value.origin()));
        out.add(
                define.opens()
                        ? declare(define.slot(), Optional.of(expr), remark(value), names)
                        : set(around.slot(define.slot()), expr, remark(value)));
        return out;
    }

    /** A line that says that from here on adjoints are computed, where that begins. */
    private List<Stmt> turn(Origin origin) {
        if (backwards || origin.how() != Origin.Derivation.ADJOINT) {
            return List.of();
        }
        backwards = true;
        return List.of(new Stmt.Note(""), new Stmt.Note("Backwards: zBar is the derivative of the loss by z."));
    }

    /** The equation that the value comes from, once in a method. */
    private String remark(Value value) {
        Origin origin = value.origin();
        boolean written = origin.how() == Origin.Derivation.WRITTEN || origin.how() == Origin.Derivation.STABILISED;
        if (!written || value.hint().isEmpty() || value.hint().endsWith("Bar")) {
            return "";
        }
        Optional<Outline.Note> found = notes.stream()
                .filter(note -> note.from() <= origin.spanStart() && origin.spanEnd() <= note.to())
                .filter(note -> origin.spanEnd() > origin.spanStart())
                .findFirst();
        return found.filter(note ->
                        note.text().length() <= LONGEST_REMARK && !note.text().contains("{"))
                .filter(told::add)
                .map(Outline.Note::text)
                .orElse("");
    }

    private Stmt open(Step.Open open, Names names) {
        return declare(open.slot(), open.initial().map(expressions::read), "", names);
    }

    private Stmt declare(Slot slot, Optional<Expr> initial, String remark, Names names) {
        Variable variable = variables.named(names.variable(slot.hint()), Variables.kind(slot.element()));
        around.slots.put(slot, variable);
        return new Stmt.Declare(variable, initial, remark);
    }

    /** {@code x += y} for {@code x = x + y}. */
    static Stmt set(Target target, Expr value, String remark) {
        if (value instanceof Expr.Binary binary && Kinds.of(value) == Kind.REAL) {
            boolean left = binary.x().equals(target);
            boolean right = binary.y().equals(target);
            Optional<Update> update = update(binary.op(), left);
            if (update.isPresent() && (left || right)) {
                return new Stmt.Assign(target, update.get(), left ? binary.y() : binary.x(), remark);
            }
        }
        return new Stmt.Assign(target, Update.SET, value, remark);
    }

    private static Optional<Update> update(Operator op, boolean left) {
        if (op == Operator.ADD) {
            return Optional.of(Update.ADD);
        } else if (op == Operator.MULTIPLY) {
            return Optional.of(Update.MULTIPLY);
        }
        return op == Operator.SUBTRACT && left ? Optional.of(Update.SUBTRACT) : Optional.empty();
    }

    static Stmt accumulate(Target target, Expr value) {
        return Signs.opposite(value)
                .map(minus -> new Stmt.Assign(target, Update.SUBTRACT, minus, ""))
                .orElseGet(() -> new Stmt.Assign(target, Update.ADD, value, ""));
    }

    private Stmt spread(Step.Spread spread, Names names) {
        Names inside = names.inner();
        Variable index = variables.named(indexName(Instr.Axis.STEPS, inside), Kind.WHOLE);
        around.indices.put(spread.index(), index);
        Value stack = spread.stack();
        Expr row = spread.computes()
                ? expressions.rowOf(schedule.definitions().get(stack), index)
                : expressions.row(stack, index);
        Stmt keep = set(expressions.addresses().entry(spread.to()), row, "");
        Expr rows = expressions.addresses().exact(stack.type().stacked().get(0));
        return new Stmt.For(index, rows, false, List.of(keep));
    }

    private Stmt fill(Step.Fill fill) {
        Array array = around.rings.get(fill.ring());
        return new Stmt.CallKernel(Library.ARRAYS, "fill", List.of(array, expressions.read(fill.initial())));
    }

    private Stmt branch(Step.Branch branch, Names names) {
        Expr condition = expressions.read(branch.condition());
        List<Stmt> then = block(branch.then(), names.inner());
        List<Stmt> otherwise = block(branch.otherwise(), names.inner());
        return then.isEmpty()
                ? new Stmt.If(Expressions.not(condition), otherwise, List.of())
                : new Stmt.If(condition, then, otherwise);
    }

    private List<Stmt> repeat(Step.Repeat repeat, Names names) {
        Instr.Loop loop = repeat.loop();
        List<Stmt> out = new ArrayList<>(loop.backward() ? turn(backwardOrigin()) : List.of());
        Names inside = names.inner();
        Variable index = variables.named(indexName(loop.axis(), inside), Kind.WHOLE);
        around.indices.put(loop.body().arguments().get(0), index);
        Expr count = expressions.addresses().loose(loop.count());
        out.add(new Stmt.For(index, count, loop.backward(), block(repeat.body(), inside)));
        return out;
    }

    private static Origin backwardOrigin() {
        return new Origin(0, 0, Origin.Derivation.ADJOINT);
    }

    private static String indexName(Instr.Axis axis, Names names) {
        return switch (axis) {
            case EXAMPLES -> names.first("example", "e");
            case SEGMENTS -> names.first("segment", "s");
            case STEPS -> names.first("t", "step");
            case REPEATS -> names.first("i", "j", "k");
        };
    }

    /** Zero of an element's kind. */
    static Expr zero(Type.Element element) {
        return element == Type.Element.DOUBLE ? new Expr.Number(new Literal(0, "0", "")) : new Expr.Whole(0);
    }
}
