package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Constant;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Let;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.State;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types constants, data, lets and states. */
final class Variables {
    private final Run run;
    private final Report report;

    Variables(Run run, Report report) {
        this.run = run;
        this.report = report;
    }

    /** In an order in which they can be computed. */
    List<Constant> constants(List<Declaration.Constant> declared) {
        Frame frame = run.frame(Site.CONSTANT, report);
        List<Constant> found = new ArrayList<>();
        for (Declaration.Constant constant : Ordered.sort(
                declared, Declaration.Constant::name, c -> FreeNames.of(c.value()), run.functions(), report)) {
            Typed value = Expressions.checkScalar(constant.value(), "a constant", frame);
            value.expr().ifPresent(expr -> {
                Symbol symbol = run.symbol(constant.name(), Role.CONSTANT, Shape.SCALAR, constant.doc());
                run.define(Meaning.of(symbol, value));
                found.add(new Constant(symbol, expr));
            });
        }
        return found;
    }

    List<Datum> data(List<Declaration.Datum> declared) {
        Frame frame = run.frame(Site.CONSTANT, report);
        List<Datum> found = new ArrayList<>();
        for (Declaration.Datum datum : declared) {
            Optional<Shape> shape = Sizes.checkShape(datum.shape(), frame);
            Optional<Datum.IndexRange> range = datum.range().flatMap(r -> range(r, frame));
            if (shape.isPresent() && range.isPresent() == datum.range().isPresent()) {
                Symbol symbol = run.symbol(datum.name(), Names.role(datum.role()), shape.get(), datum.doc());
                Datum typed = new Datum(symbol, datum.perStep(), range);
                run.define(Meaning.of(typed));
                found.add(typed);
            }
        }
        return found;
    }

    private Optional<Datum.IndexRange> range(Range range, Frame frame) {
        Optional<Integer> first = WholeNumbers.checkConstant(range.first(), "the range of an index", frame);
        Optional<Integer> last = WholeNumbers.checkConstant(range.last(), "the range of an index", frame);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (first.get() > last.get()) {
            report.add(new DomainProblem.EmptyIndexRange(
                    range.span(), report.words(range.span()), first.get(), last.get()));
            return Optional.empty();
        }
        return Optional.of(new Datum.IndexRange(first.get(), last.get()));
    }

    /** In an order in which they can be computed. */
    List<Let> lets(List<Declaration.Let> declared) {
        Frame frame = run.frame(Site.LET, report);
        List<Let> found = new ArrayList<>();
        for (Declaration.Let let :
                Ordered.sort(declared, Declaration.Let::name, l -> FreeNames.of(l.value()), run.functions(), report)) {
            Typed value = Expressions.check(let.value(), frame);
            value.expr().ifPresent(expr -> {
                Symbol symbol = run.symbol(let.name(), Role.LET, expr.shape(), let.doc());
                run.define(Meaning.of(symbol, value));
                if (readsData(expr)) {
                    run.markDataLet(symbol);
                }
                found.add(new Let(symbol, expr));
            });
        }
        return found;
    }

    private boolean readsData(Expr expr) {
        References reads = References.of(expr, run);
        return !reads.reductions().isEmpty() || reads.direct().keySet().stream().anyMatch(this::belongsToExample);
    }

    private boolean belongsToExample(Symbol symbol) {
        return symbol.role().isData()
                || run.isDataLet(symbol)
                || run.meaning(symbol).map(Meaning::isOpenDim).orElse(false);
    }

    List<State> states(List<Declaration.State> declared) {
        Frame frame = run.frame(Site.STATE_START, report);
        List<State> found = new ArrayList<>();
        for (Declaration.State state : declared) {
            Typed start = Expressions.check(state.start(), frame);
            Optional<Shape> shape =
                    state.shape().isEmpty() ? start.expr().map(Expr::shape) : Sizes.checkShape(state.shape(), frame);
            shape.ifPresent(s -> state(state, s, start, frame).ifPresent(found::add));
        }
        return found;
    }

    private Optional<State> state(Declaration.State state, Shape shape, Typed start, Frame frame) {
        Symbol symbol = run.symbol(state.name(), Role.STATE, shape, state.doc());
        run.define(Meaning.of(symbol).withRows(start.rows()));
        Optional<Expr> fitted = Expressions.fit(start, shape);
        if (start.isKnown() && fitted.isEmpty()) {
            Operand declared = new Operand(symbol.name(), shape, symbol.span(), Optional.of(symbol.span()));
            report.add(new ShapeProblem.StartDiffers(
                    state.start().span(), frame.operand(start, state.start().span()), declared));
        }
        return fitted.map(expr -> new State(symbol, expr));
    }
}
