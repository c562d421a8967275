package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Types parameters, their intervals and start values. */
final class Parameters {
    private final Run run;
    private final Report report;
    private final Map<Symbol, Declaration.Param> declared = new LinkedHashMap<>();

    Parameters(Run run, Report report) {
        this.run = run;
        this.report = report;
    }

    /** Gives parameters their shapes, so that everything else may read them. */
    void declare(List<Declaration.Param> params) {
        Frame frame = run.frame(Site.CONSTANT, report);
        for (Declaration.Param param : params) {
            Sizes.checkShape(param.shape(), frame).ifPresent(shape -> {
                Symbol symbol = run.symbol(param.name(), Role.PARAMETER, shape, param.doc());
                run.define(Meaning.of(symbol));
                declared.put(symbol, param);
            });
        }
    }

    /** The parameters with all that belongs to them, in the order of declaration. */
    List<Parameter> check() {
        List<Parameter> found = new ArrayList<>();
        declared.forEach((symbol, param) -> found.add(check(symbol, param)));
        return found;
    }

    private Parameter check(Symbol symbol, Declaration.Param param) {
        Optional<Bounds> bounds = param.interval().flatMap(interval -> bounds(interval, symbol));
        Optional<Typed> start = param.start().map(s -> Expressions.check(s, run.frame(Site.START, report)));
        if (param.start().isPresent() && bounds.isPresent()) {
            inside(start.orElseThrow(), param.start().get().span(), symbol, bounds.get());
        }
        Optional<Expr> fitted =
                start.flatMap(s -> fit(s, param.start().orElseThrow().span(), symbol));
        return new Parameter(symbol, bounds.map(Bounds::interval), fitted);
    }

    /** A value of a parameter's shape; reports if it is none. */
    Optional<Expr> fit(Typed value, Span span, Symbol symbol) {
        Optional<Expr> fitted = Expressions.fit(value, symbol.shape());
        if (value.isKnown() && fitted.isEmpty()) {
            Frame frame = run.frame(Site.START, report);
            Operand target = new Operand(symbol.name(), symbol.shape(), symbol.span(), Optional.of(symbol.span()));
            report.add(new ShapeProblem.StartDiffers(span, frame.operand(value, span), target));
        }
        return fitted;
    }

    /** An interval, and its ends as far as they are numbers. */
    private record Bounds(Parameter.Interval interval, OptionalDouble low, OptionalDouble high) {}

    private final Map<Symbol, Bounds> bounds = new LinkedHashMap<>();

    private Optional<Bounds> bounds(Interval interval, Symbol symbol) {
        Typed low = bound(interval.low(), symbol);
        Typed high = bound(interval.high(), symbol);
        if (low.number().isPresent() && high.number().isPresent()) {
            double from = low.number().getAsDouble();
            double to = high.number().getAsDouble();
            if (!(from < to)) {
                report.add(new DomainProblem.EmptyInterval(
                        interval.span(),
                        symbol.name(),
                        report.words(interval.low().span()),
                        report.words(interval.high().span())));
                return Optional.empty();
            }
        }
        if (!low.isKnown() || !high.isKnown()) {
            return Optional.empty();
        }
        Parameter.Interval typed =
                new Parameter.Interval(low.expr().orElseThrow(), high.expr().orElseThrow(), interval.span());
        bounds.put(symbol, new Bounds(typed, low.number(), high.number()));
        return Optional.of(bounds.get(symbol));
    }

    private Typed bound(Expression written, Symbol symbol) {
        Frame frame = run.frame(Site.BOUND, report);
        Typed bound = Expressions.check(written, frame);
        if (!bound.isKnown()) {
            return Typed.UNKNOWN;
        }
        for (Map.Entry<Symbol, Span> read :
                References.of(bound.expr().orElseThrow(), run).direct().entrySet()) {
            Symbol other = read.getKey();
            if (other.role() == Role.PARAMETER && other.id() >= symbol.id()) {
                report.add(new DomainProblem.LaterParameter(written.span(), symbol.name(), other.name(), other.span()));
                return Typed.UNKNOWN;
            }
        }
        if (!bound.isScalar() && !bound.shape().agrees(symbol.shape())) {
            report.add(new ShapeProblem.NotScalar("an end of an interval", frame.operand(bound, written.span())));
            return Typed.UNKNOWN;
        }
        return bound;
    }

    /** Whether a number lies in the interval of a parameter; reports if it does not. */
    void inside(Typed value, Span span, Symbol parameter) {
        Optional.ofNullable(bounds.get(parameter)).ifPresent(found -> inside(value, span, parameter, found));
    }

    private void inside(Typed value, Span span, Symbol symbol, Bounds bounds) {
        if (value.number().isEmpty()) {
            return;
        }
        double number = value.number().getAsDouble();
        boolean above = bounds.low().isEmpty() || number > bounds.low().getAsDouble();
        boolean below = bounds.high().isEmpty() || number < bounds.high().getAsDouble();
        if (!above || !below) {
            report.add(new DomainProblem.StartOutside(
                    span,
                    report.words(span),
                    symbol.name(),
                    report.words(bounds.interval().span()),
                    bounds.interval().span()));
        }
    }
}
