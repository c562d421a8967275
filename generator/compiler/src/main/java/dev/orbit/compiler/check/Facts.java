package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types the fact of a claim: {@code left == right}, {@code left != right}, {@code order(gradient(d), epsilon) == 2}. */
final class Facts {
    private final Frame frame;

    private Facts(Frame frame) {
        this.frame = frame;
    }

    static Optional<Claim.Fact> check(Expression.Comparison fact, Frame frame) {
        Facts facts = new Facts(frame);
        if (facts.isCall(fact.left(), Family.ORDER) || facts.isCall(fact.right(), Family.ORDER)) {
            return facts.order(fact);
        }
        return facts.sides(fact)
                .map(sides -> fact.relation() == Relation.EQUAL
                        ? new Claim.Fact.Equal(sides)
                        : new Claim.Fact.NotEqual(sides));
    }

    private boolean isCall(Expression expression, Family family) {
        return expression instanceof Expression.Call call
                && call.function().text().equals(family.word())
                && !frame.run().functions().isDeclared(family.word());
    }

    /** The values of one side: several for {@code gradient(p, q)}; empty if something is wrong. */
    private Optional<List<Expr>> values(Expression side) {
        if (!isCall(side, Family.GRADIENT)) {
            return Expressions.check(side, frame).expr().map(List::of);
        }
        List<Optional<Expr>> gradients = ClaimTerms.gradients((Expression.Call) side, frame);
        return !gradients.isEmpty() && gradients.stream().allMatch(Optional::isPresent)
                ? Optional.of(gradients.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private Optional<List<Claim.Sides>> sides(Expression.Comparison fact) {
        Optional<List<Expr>> left = values(fact.left());
        Optional<List<Expr>> right = values(fact.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        int count = Math.max(left.get().size(), right.get().size());
        if (Math.min(left.get().size(), right.get().size()) > 1
                && left.get().size() != right.get().size()) {
            frame.report().add(new ClaimProblem.GradientOfSeveral(fact.span()));
            return Optional.empty();
        }
        List<Claim.Sides> sides = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Expr l = left.get().get(Math.min(i, left.get().size() - 1));
            Expr r = right.get().get(Math.min(i, right.get().size() - 1));
            if (!l.shape().agrees(r.shape())
                    && !l.shape().isScalar()
                    && !r.shape().isScalar()) {
                frame.report()
                        .add(new ClaimProblem.SidesDiffer(
                                fact.span(),
                                frame.operand(Typed.of(l), fact.left().span()),
                                frame.operand(Typed.of(r), fact.right().span())));
                return Optional.empty();
            }
            sides.add(new Claim.Sides(l, r));
        }
        return Optional.of(sides);
    }

    private Optional<Claim.Fact> order(Expression.Comparison fact) {
        if (!isCall(fact.left(), Family.ORDER) || fact.relation() != Relation.EQUAL) {
            frame.report().add(new ClaimProblem.OrderForm(fact.span(), true));
            return Optional.empty();
        }
        Expression.Call order = (Expression.Call) fact.left();
        if (order.arguments().size() != 2) {
            frame.report().add(FunctionProblem.WrongCount.of(order, List.of(2, 2), Optional.empty()));
            return Optional.empty();
        }
        Optional<List<Expr>> of = values(order.arguments().get(0));
        Optional<Symbol> small = constant(order.arguments().get(1));
        Optional<Integer> power = WholeNumbers.checkConstant(fact.right(), "an order", frame);
        return of.isPresent() && small.isPresent() && power.isPresent()
                ? Optional.of(new Claim.Fact.Order(of.get(), small.get(), power.get()))
                : Optional.empty();
    }

    private Optional<Symbol> constant(Expression expression) {
        Optional<Symbol> found = expression instanceof Expression.Reference reference
                ? frame.scope()
                        .find(reference.name().text())
                        .filter(m -> m.role() == Role.CONSTANT)
                        .map(Meaning::symbol)
                : Optional.empty();
        if (found.isEmpty()) {
            frame.report()
                    .add(new ClaimProblem.OrderInOther(
                            expression.span(), frame.report().words(expression.span())));
        }
        return found;
    }
}
