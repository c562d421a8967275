package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Home;
import dev.orbit.compiler.schedule.Place;
import dev.orbit.compiler.schedule.Rows;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.Slot;
import dev.orbit.compiler.schedule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps of a schedule as statements of one method. */
final class Statements {
    private final Schedule schedule;
    private final Surroundings around;
    private final Variables variables;
    private final Expressions expressions;
    private final Filling filling;
    private final Folding folding;
    private final Asking asking;
    private final Spreading spreading;
    private final Remarks remarks;
    private final List<Step.Give> given = new ArrayList<>();

    Statements(Schedule schedule, Surroundings around, Variables variables, Naming naming, Outline outline) {
        List<Abstract> functions = outline.functions().stream()
                .map(Outline.AbstractFunction::signature)
                .toList();
        this.remarks = new Remarks(outline.notes());
        this.schedule = schedule;
        this.around = around;
        this.variables = variables;
        this.expressions = new Expressions(schedule, around, naming, functions);
        Walks walks = new Walks(variables);
        this.filling = new Filling(schedule, expressions, walks);
        this.folding = new Folding(expressions, walks);
        this.asking = new Asking(expressions, filling);
        this.spreading = new Spreading(schedule, expressions, walks);
    }

    Expressions expressions() {
        return expressions;
    }

    Filling filling() {
        return filling;
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
                    ask -> ask(ask, names),
                    open -> open(open, names),
                    load -> load(load, names),
                    copy -> copy(copy, names),
                    move -> move(move, names),
                    add -> add(add, names),
                    keep -> filling.fill(area(keep.at(), keep.value().type()), keep.value(), names),
                    spread -> List.of(spread(spread, names)),
                    fill -> fill(fill, names),
                    push -> filling.fill(
                            Area.whole(
                                    expressions.addresses().ring(push.ring(), push.index()),
                                    push.ring().type().shape()),
                            push.value(),
                            names),
                    branch -> List.of(branch(branch, names)),
                    repeat -> repeat(repeat, names),
                    give -> {
                        given.add(give);
                        return List.<Stmt>of();
                    })));
        }
        return Fills.join(out);
    }

    private List<Stmt> define(Step.Define define, Names names) {
        Value value = define.value();
        List<Stmt> out = new ArrayList<>(remarks.turn(value.origin()));
        Instr instr = schedule.definitions().get(value);
        String remark = remarks.of(value);
        if (value.type().shape().isEmpty()) {
            return fold(define, instr, names, out)
                    ? out
                    : join(out, number(define.home(), expressions.written(instr), remark, names));
        }
        if (!remark.isEmpty()) {
            out.add(new Stmt.Note(remark));
        }
        out.addAll(filling.compute(area(define.home(), value.type()), instr, names));
        return out;
    }

    /** Whether the number is gathered from the entries of a vector or matrix. */
    private boolean fold(Step.Define define, Instr instr, Names names, List<Stmt> out) {
        if (!Folding.folds(instr)) {
            return false;
        }
        Home.InSlot home = define.home().match(inSlot -> inSlot, inRow -> {
            throw new IllegalStateException("a number has no row of its own");
        });
        Kind kind = Variables.kind(home.slot().element());
        Supplier<Variable> fresh = () -> {
            Variable variable = variables.named(names.variable(home.slot().hint()), kind);
            if (home.opens()) {
                around.slots.put(home.slot(), variable);
            }
            return variable;
        };
        Expr value = folding.fold(instr, fresh, names, out);
        boolean there = home.opens()
                && Optional.ofNullable(around.slots.get(home.slot()))
                        .filter(value::equals)
                        .isPresent();
        if (!there) {
            out.addAll(number(home, value, "", names));
        }
        return true;
    }

    private static List<Stmt> join(List<Stmt> first, List<Stmt> then) {
        List<Stmt> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private List<Stmt> number(Home home, Expr value, String remark, Names names) {
        return home.match(
                inSlot -> List.of(
                        inSlot.opens()
                                ? declare(inSlot.slot(), Optional.of(value), remark, names)
                                : Assignments.set(around.slot(inSlot.slot()), value, remark)),
                inRow -> List.of(Assignments.set(expressions.addresses().entry(inRow.at()), value, remark)));
    }

    private List<Stmt> ask(Step.Ask ask, Names names) {
        List<Stmt> out =
                new ArrayList<>(remarks.turn(ask.call().results().get(0).origin()));
        Block answer = ask.answer()
                .match(
                        inSlot -> around.block(inSlot.slot()),
                        inRow -> expressions.addresses().block(inRow.at()));
        out.addAll(asking.ask(ask.call(), around.block(ask.arguments()), answer, names));
        for (int i = 0; i < ask.homes().size(); i++) {
            Value result = ask.call().results().get(i);
            Block from = answer.plus(new Expr.Whole(Asking.place(ask.call(), i)));
            if (result.type().shape().isEmpty()) {
                out.addAll(number(ask.homes().get(i), from.entry(new Expr.Whole(0)), "", names));
            } else {
                out.addAll(filling.move(area(ask.homes().get(i), result.type()), from, names));
            }
        }
        return out;
    }

    private List<Stmt> copy(Step.Copy copy, Names names) {
        return copy.to().isShaped()
                ? filling.fill(area(copy.to()), copy.from(), names)
                : List.of(Assignments.set(around.slot(copy.to()), expressions.read(copy.from()), ""));
    }

    private List<Stmt> move(Step.Move move, Names names) {
        return move.to().isShaped()
                ? filling.move(area(move.to()), around.block(move.from()), names)
                : List.of(Assignments.set(around.slot(move.to()), around.slot(move.from()), ""));
    }

    private List<Stmt> add(Step.Add add, Names names) {
        return add.to().isShaped()
                ? filling.add(area(add.to()), add.contribution(), names)
                : List.of(Assignments.accumulate(around.slot(add.to()), expressions.read(add.contribution())));
    }

    /** Where a vector or matrix is. */
    private Area area(Slot slot) {
        return Area.whole(around.block(slot), slot.type().shape());
    }

    private Area area(Rows row, Type type) {
        return Area.whole(expressions.addresses().block(row), type.shape());
    }

    private Area area(Home home, Type type) {
        return home.match(inSlot -> area(inSlot.slot()), inRow -> area(inRow.at(), type));
    }

    private List<Stmt> open(Step.Open open, Names names) {
        if (!open.slot().isShaped()) {
            return List.of(declare(open.slot(), open.initial().map(expressions::read), "", names));
        }
        return open.initial()
                .map(value -> filling.fill(area(open.slot()), value, names))
                .orElse(List.of());
    }

    private List<Stmt> load(Step.Load load, Names names) {
        if (!load.to().isShaped()) {
            return List.of(declare(load.to(), Optional.of(expressions.load(load.from())), "", names));
        }
        Place.Delayed delayed = (Place.Delayed) load.from();
        Area area = area(load.to());
        Block kept = expressions.addresses().block(delayed.of());
        return List.of(new Stmt.If(
                expressions.arrived(delayed),
                filling.move(area, kept, names.inner()),
                filling.fill(area, delayed.initial(), names.inner())));
    }

    private Stmt declare(Slot slot, Optional<Expr> initial, String remark, Names names) {
        Variable variable = variables.named(names.variable(slot.hint()), Variables.kind(slot.element()));
        around.slots.put(slot, variable);
        return new Stmt.Declare(variable, initial, remark);
    }

    private Stmt spread(Step.Spread spread, Names names) {
        Names inside = names.inner();
        Variable index = variables.named(indexName(Instr.Axis.STEPS, inside), Kind.WHOLE);
        around.indices.put(spread.index(), index);
        Expr rows =
                expressions.addresses().exact(spread.stack().type().stacked().get(0));
        return new Stmt.For(index, rows, false, spreading.row(spread, index, inside));
    }

    private List<Stmt> fill(Step.Fill fill, Names names) {
        Array array = around.rings.get(fill.ring());
        if (fill.ring().type().shape().isEmpty()) {
            return List.of(
                    new Stmt.CallKernel(Library.ARRAYS, "fill", List.of(array, expressions.read(fill.initial()))));
        }
        Names inside = names.inner();
        Variable row = variables.named(indexName(Instr.Axis.REPEATS, inside), Kind.WHOLE);
        Expr from = Wholes.times(row, new Expr.Whole(fill.ring().width()));
        Area area = Area.whole(new Block(array, from), fill.ring().type().shape());
        Expr rows = new Expr.Whole(fill.ring().rows());
        return List.of(new Stmt.For(row, rows, false, filling.fill(area, fill.initial(), inside)));
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
        List<Stmt> out = new ArrayList<>(loop.backward() ? remarks.turn() : List.of());
        Names inside = names.inner();
        Variable index = variables.named(indexName(loop.axis(), inside), Kind.WHOLE);
        around.indices.put(loop.body().arguments().get(0), index);
        Expr count = expressions.addresses().loose(loop.count());
        out.add(new Stmt.For(index, count, loop.backward(), block(repeat.body(), inside)));
        return out;
    }

    private static String indexName(Instr.Axis axis, Names names) {
        return switch (axis) {
            case EXAMPLES -> names.first("example", "e");
            case SEGMENTS -> names.first("segment", "s");
            case STEPS -> names.first("t", "step");
            case REPEATS -> names.first("i", "j", "k");
        };
    }
}
