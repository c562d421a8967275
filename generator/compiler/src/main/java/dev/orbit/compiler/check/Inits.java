package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Doc;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types named starts: a value or a draw for each parameter. */
final class Inits {
    private final List<Parameter> parameters;
    private final Parameters checker;
    private final Frame frame;

    private Inits(List<Parameter> parameters, Parameters checker, Frame frame) {
        this.parameters = parameters;
        this.checker = checker;
        this.frame = frame;
    }

    static List<Init> check(
            List<Declaration.Init> declared, List<Parameter> parameters, Parameters checker, Run run, Report report) {
        Inits inits = new Inits(parameters, checker, run.frame(Site.START, report));
        Map<String, Name> seen = new LinkedHashMap<>();
        List<Init> found = new ArrayList<>();
        for (Declaration.Init init : declared) {
            Name first = seen.putIfAbsent(init.name().text(), init.name());
            if (first != null) {
                report.add(new NameProblem.InitTwice(
                        init.name().span(), init.name().text(), first.span()));
            }
            inits.check(init).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Init> check(Declaration.Init init) {
        Map<Symbol, Init.Value> values = new LinkedHashMap<>();
        Map<String, Name> set = new LinkedHashMap<>();
        boolean fine = true;
        for (Setting setting : init.settings()) {
            Name first = set.putIfAbsent(setting.name().text(), setting.name());
            if (first != null) {
                frame.report()
                        .add(new NameProblem.ListedTwice(
                                setting.name().span(), setting.name().text(), first.span()));
            }
            Optional<Symbol> parameter = parameter(setting.name());
            Optional<Init.Value> value = parameter.flatMap(p -> value(setting.value(), p));
            value.ifPresent(v -> values.put(parameter.get(), v));
            fine &= value.isPresent();
        }
        List<String> missing = new ArrayList<>();
        List<Init.Entry> entries = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Optional<Init.Value> value = Optional.ofNullable(values.get(parameter.symbol()))
                    .or(() -> parameter.start().map(Init.Value.Given::new));
            value.ifPresent(v -> entries.add(new Init.Entry(parameter.symbol(), v)));
            if (value.isEmpty() && !set.containsKey(parameter.symbol().name())) {
                missing.add(parameter.symbol().name());
            }
        }
        if (!missing.isEmpty() && frame.run().isComplete()) {
            frame.report()
                    .add(new NameProblem.InitIncomplete(
                            init.name().span(), init.name().text(), missing));
        }
        return fine && missing.isEmpty()
                ? Optional.of(new Init(
                        init.name().text(),
                        entries,
                        init.name().span(),
                        init.doc().map(Doc::text)))
                : Optional.empty();
    }

    private Optional<Symbol> parameter(Name name) {
        Optional<Meaning> found = frame.scope().find(name.text());
        if (found.isPresent() && found.get().role() == Role.PARAMETER) {
            return found.filter(Meaning::typed).map(Meaning::symbol);
        } else if (!frame.run().isUnread(name.text())) {
            List<String> names = parameters.stream().map(p -> p.symbol().name()).toList();
            frame.report()
                    .add(new NameProblem.InitOfOther(name.span(), name.text(), found.map(Meaning::symbol), names));
        }
        return Optional.empty();
    }

    private Optional<Init.Value> value(Expression written, Symbol parameter) {
        if (written instanceof Expression.Call call
                && !frame.run().functions().isDeclared(call.function().text())) {
            Optional<Init.Distribution> drawn =
                    Family.named(call.function().text()).flatMap(Family::distribution);
            if (drawn.isPresent()) {
                return Draws.check(call, drawn.get(), parameter, frame);
            }
        }
        Typed value = Expressions.check(written, frame);
        Span span = written.span();
        checker.inside(value, span, parameter);
        Optional<Expr> fitted = checker.fit(value, span, parameter);
        return fitted.map(Init.Value.Given::new);
    }
}
