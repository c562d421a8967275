package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Condition;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.ClaimPoint;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types claims: their assumptions, the point they are made at, and the fact. */
final class Claims {
    private final List<Declaration.Init> declared;
    private final List<Init> inits;
    private final Run run;
    private final Report report;

    private Claims(List<Declaration.Init> declared, List<Init> inits, Run run, Report report) {
        this.declared = declared;
        this.inits = inits;
        this.run = run;
        this.report = report;
    }

    static List<Claim> check(
            List<Declaration.Claim> claims, List<Declaration.Init> declared, List<Init> inits, Run run, Report report) {
        Claims checker = new Claims(declared, inits, run, report);
        Map<String, Declaration.Claim> texts = new HashMap<>();
        List<Claim> found = new ArrayList<>();
        for (Declaration.Claim claim : claims) {
            Declaration.Claim first = texts.putIfAbsent(claim.text(), claim);
            if (first != null) {
                report.add(new ClaimProblem.ClaimTwice(claim.span(), claim.text(), first.span()));
            }
            checker.check(claim).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Claim> check(Declaration.Claim claim) {
        Frame frame = run.frame(Site.CLAIM, report);
        List<Condition.Compare> assumptions = new ArrayList<>();
        claim.assumptions()
                .forEach(assumption -> Conditions.compare(assumption, frame).ifPresent(assumptions::add));
        Optional<Claim.Point> at = point(claim.at());
        Optional<Claim.Fact> fact = Facts.check(claim.fact(), frame);
        return assumptions.size() == claim.assumptions().size()
                ? at.flatMap(point -> fact.map(f -> new Claim(claim.text(), assumptions, point, f, claim.span())))
                : Optional.empty();
    }

    private Optional<Claim.Point> point(ClaimPoint at) {
        return at.match(new ClaimPoint.Cases<>() {
            @Override
            public Optional<Claim.Point> everywhere() {
                return Optional.of(new Claim.Point.AtValues(List.of()));
            }

            @Override
            public Optional<Claim.Point> atInit(ClaimPoint.AtInit init) {
                return init(init.init());
            }

            @Override
            public Optional<Claim.Point> atValues(ClaimPoint.AtValues values) {
                return values(values.settings());
            }
        });
    }

    private Optional<Claim.Point> init(Name name) {
        Optional<Claim.Point> found = inits.stream()
                .filter(init -> init.name().equals(name.text()))
                .findFirst()
                .map(init -> new Claim.Point.AtInit(init, name.span()));
        List<String> names = declared.stream().map(init -> init.name().text()).toList();
        if (!names.contains(name.text()) && !run.isUnread(name.text())) {
            report.add(new ClaimProblem.UnknownInit(name.span(), name.text(), names));
        }
        return found;
    }

    private Optional<Claim.Point> values(List<Setting> settings) {
        Map<String, Name> seen = new LinkedHashMap<>();
        List<Claim.Substitution> substitutions = new ArrayList<>();
        for (Setting setting : settings) {
            Name first = seen.putIfAbsent(setting.name().text(), setting.name());
            if (first != null) {
                report.add(new NameProblem.ListedTwice(
                        setting.name().span(), setting.name().text(), first.span()));
            }
            substitution(setting).ifPresent(substitutions::add);
        }
        return substitutions.size() == settings.size()
                ? Optional.of(new Claim.Point.AtValues(substitutions))
                : Optional.empty();
    }

    private Optional<Claim.Substitution> substitution(Setting setting) {
        Frame frame = run.frame(Site.SETTING, report);
        Typed value = Expressions.check(setting.value(), frame);
        Optional<Meaning> found = frame.scope().find(setting.name().text());
        if (found.isEmpty()) {
            Naming.reference(setting.name(), frame); // says what is missing, if anything is
            return Optional.empty();
        } else if (!isFree(found.get())) {
            report.add(new ClaimProblem.SetsOther(
                    setting.name().span(), found.get().symbol()));
            return Optional.empty();
        }
        return found.filter(Meaning::typed).flatMap(m -> fit(m.symbol(), value, setting.value()));
    }

    private static boolean isFree(Meaning meaning) {
        return switch (meaning.role()) {
            case PARAMETER, CONSTANT -> true;
            case INPUT, TARGET -> !meaning.isIndex();
            case DIM, LET, STATE, INTERMEDIATE, OUTPUT -> false;
            case STEP_INDEX, RUNNING_INDEX, ARGUMENT, LOCAL -> false;
        };
    }

    /** The value in the shape of what it is put in for; any scalar fills a shape. */
    private Optional<Claim.Substitution> fit(Symbol symbol, Typed value, Expression written) {
        if (!value.isKnown()) {
            return Optional.empty();
        }
        Expr expr = value.expr().orElseThrow();
        if (expr.shape().agrees(symbol.shape())) {
            return Optional.of(new Claim.Substitution(symbol, expr));
        } else if (value.isScalar()) {
            return Optional.of(new Claim.Substitution(symbol, new Expr.Fill(expr, symbol.shape())));
        }
        Frame frame = run.frame(Site.SETTING, report);
        Operand target = new Operand(symbol.name(), symbol.shape(), symbol.span(), Optional.of(symbol.span()));
        report.add(new ShapeProblem.StartDiffers(written.span(), frame.operand(value, written.span()), target));
        return Optional.empty();
    }
}
