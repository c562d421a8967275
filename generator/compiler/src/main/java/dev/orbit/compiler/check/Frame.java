package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression is surrounded by.
 *
 * @param unroll collects running indices whose value must be known to say what the expression means: its comprehension is
 *     then written out
 */
record Frame(Run run, Scope scope, Site site, Report report, Set<Symbol> unroll) {
    Frame at(Site other) {
        return new Frame(run, scope, other, report, unroll);
    }

    Frame in(Scope inner) {
        return new Frame(run, inner, site, report, unroll);
    }

    Frame telling(Report other) {
        return new Frame(run, scope, site, other, unroll);
    }

    /** Where a symbol is declared, if in the file that this frame reports on. */
    Optional<Span> declared(Symbol symbol) {
        boolean local =
                scope.own(symbol.name()).map(m -> m.symbol().equals(symbol)).orElse(false);
        return local || report.file().equals(run.source()) ? Optional.of(symbol.span()) : Optional.empty();
    }

    /** How messages speak of an operand. */
    Operand operand(Typed typed, Span span) {
        return Operand.of(typed, span, report.words(span), this);
    }
}
