package dev.orbit.compiler.model;

/** The total fold over {@link Expr}: one case each. */
public interface ExprCases<R> {
    R number(Expr.Number expr);

    R pi(Expr.Pi expr);

    R infinity(Expr.Infinity expr);

    R size(Expr.Size expr);

    R reference(Expr.Reference expr);

    R primed(Expr.Primed expr);

    R fill(Expr.Fill expr);

    R chain(Expr.Chain expr);

    R map1(Expr.Map1 expr);

    R map2(Expr.Map2 expr);

    R linear(Expr.Linear expr);

    R whole(Expr.Whole expr);

    R reduce(Expr.Reduce expr);

    R reduceOver(Expr.ReduceOver expr);

    R overSteps(Expr.OverSteps expr);

    R comprehension(Expr.Comprehension expr);

    R blocks(Expr.Blocks expr);

    R identity(Expr.Identity expr);

    R access(Expr.Access expr);

    R push(Expr.Push expr);

    R lag(Expr.Lag expr);

    R conditional(Expr.Conditional expr);

    R call(Expr.Call expr);

    R callAbstract(Expr.CallAbstract expr);

    R derivative(Expr.Derivative expr);

    R repeat(Expr.Repeat expr);

    R quantity(Expr.Quantity expr);

    R gradient(Expr.Gradient expr);

    /** Applies the case of {@code expr}. */
    static <R> R choose(Expr expr, ExprCases<R> cases) {
        if (expr instanceof Expr.Number of) {
            return cases.number(of);
        } else if (expr instanceof Expr.Pi of) {
            return cases.pi(of);
        } else if (expr instanceof Expr.Infinity of) {
            return cases.infinity(of);
        } else if (expr instanceof Expr.Size of) {
            return cases.size(of);
        } else if (expr instanceof Expr.Reference of) {
            return cases.reference(of);
        } else if (expr instanceof Expr.Primed of) {
            return cases.primed(of);
        } else if (expr instanceof Expr.Fill of) {
            return cases.fill(of);
        } else if (expr instanceof Expr.Chain of) {
            return cases.chain(of);
        } else if (expr instanceof Expr.Map1 of) {
            return cases.map1(of);
        } else if (expr instanceof Expr.Map2 of) {
            return cases.map2(of);
        } else if (expr instanceof Expr.Linear of) {
            return cases.linear(of);
        } else if (expr instanceof Expr.Whole of) {
            return cases.whole(of);
        } else if (expr instanceof Expr.Reduce of) {
            return cases.reduce(of);
        } else if (expr instanceof Expr.ReduceOver of) {
            return cases.reduceOver(of);
        } else if (expr instanceof Expr.OverSteps of) {
            return cases.overSteps(of);
        } else if (expr instanceof Expr.Comprehension of) {
            return cases.comprehension(of);
        } else if (expr instanceof Expr.Blocks of) {
            return cases.blocks(of);
        } else if (expr instanceof Expr.Identity of) {
            return cases.identity(of);
        } else if (expr instanceof Expr.Access of) {
            return cases.access(of);
        } else if (expr instanceof Expr.Push of) {
            return cases.push(of);
        } else if (expr instanceof Expr.Lag of) {
            return cases.lag(of);
        } else if (expr instanceof Expr.Conditional of) {
            return cases.conditional(of);
        } else if (expr instanceof Expr.Call of) {
            return cases.call(of);
        } else if (expr instanceof Expr.CallAbstract of) {
            return cases.callAbstract(of);
        } else if (expr instanceof Expr.Derivative of) {
            return cases.derivative(of);
        } else if (expr instanceof Expr.Repeat of) {
            return cases.repeat(of);
        } else if (expr instanceof Expr.Quantity of) {
            return cases.quantity(of);
        }
        return cases.gradient((Expr.Gradient) expr);
    }
}
