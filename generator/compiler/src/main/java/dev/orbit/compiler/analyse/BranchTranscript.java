package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes branches: what has a name gets equations under each condition, the rest is a choice. */
final class BranchTranscript {
    private final Transcript transcript;
    private final Ledger ledger;
    private final Formulas formulas;

    BranchTranscript(Transcript transcript) {
        this.transcript = transcript;
        this.ledger = transcript.ledger;
        this.formulas = transcript.formulas;
    }

    void write(Instr.If branch, Transcript.Scope scope) {
        Formula condition = ledger.known(branch.condition());
        List<Line> then = arm(branch, branch.then(), scope, condition, true);
        List<Line> otherwise = arm(branch, branch.otherwise(), scope, condition, false);
        if (!then.isEmpty()) {
            scope.lines().add(block(Line.Heading.Kind.CONDITION, List.of(condition), then));
            if (!otherwise.isEmpty()) {
                scope.lines().add(block(Line.Heading.Kind.OTHERWISE, List.of(), otherwise));
            }
        } else if (!otherwise.isEmpty()) {
            Formula contrary = formulas.logic(Formula.Connective.NOT, List.of(condition));
            scope.lines().add(block(Line.Heading.Kind.CONDITION, List.of(contrary), otherwise));
        }
        for (int i = 0; i < branch.results().size(); i++) {
            Value result = branch.results().get(i);
            Formula choice = formulas.conditional(
                    condition,
                    ledger.known(branch.then().results().get(i)),
                    ledger.known(branch.otherwise().results().get(i)));
            ledger.know(
                    result, ledger.title(result).<Formula>map(formulas::symbol).orElse(choice));
        }
    }

    private static Line block(Line.Heading.Kind kind, List<Formula> parts, List<Line> lines) {
        return new Line.Block(new Line.Heading(kind, parts), lines);
    }

    /** The lines of one side. What only keeps a side's place, a zero that nobody wrote, is left out. */
    private List<Line> arm(Instr.If branch, Region region, Transcript.Scope scope, Formula condition, boolean holds) {
        Transcript.Scope inner = scope.inner(scope.indices());
        for (int i = 0; i < branch.results().size(); i++) {
            Value yielded = region.results().get(i);
            boolean own =
                    region.instrs().stream().anyMatch(instr -> instr.results().contains(yielded));
            if (own) {
                Value result = branch.results().get(i);
                ledger.title(result).ifPresent(name -> {
                    ledger.title(yielded, name);
                    if (ledger.isCarried(result)) {
                        ledger.carry(yielded, name);
                    }
                });
            }
        }
        transcript.titles(region, inner, List.of());
        transcript.write(region.instrs(), inner);
        for (int i = 0; i < branch.results().size(); i++) {
            Formula yielded = ledger.known(region.results().get(i));
            boolean meant = ledger.isCarried(branch.results().get(i)) || yielded != formulas.number(0);
            ledger.title(branch.results().get(i))
                    .filter(name -> meant || name.accent() == Name.Accent.ADJOINT)
                    .map(formulas::symbol)
                    .filter(name -> name != yielded)
                    .ifPresent(name -> inner.lines().add(new Line.Equation(name, yielded)));
        }
        List<Line> lines = new ArrayList<>();
        inner.lines().forEach(line -> lines.add(line.map(right -> assumed(right, condition, holds))));
        return lines;
    }

    /** The formula where it is known whether the condition holds. */
    private Formula assumed(Formula formula, Formula condition, boolean holds) {
        Map<Formula, Formula> chosen = new HashMap<>(Map.of(condition, formulas.truth(holds)));
        for (Formula node : Traversal.bottomUp(List.of(formula))) {
            if (node instanceof Formula.Conditional choice && choice.condition() == condition) {
                chosen.put(node, holds ? choice.then() : choice.otherwise());
            }
        }
        return new Substitution(formulas, chosen).into(formula);
    }
}
