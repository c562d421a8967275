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
}
