package dev.orbit.compiler.model;

import dev.orbit.compiler.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A model as it was meant: names resolved, shapes known, equations in an order in which they can be computed. Nothing in
 * it needs checking again.
 *
 * @param source the spec; spans point into it
 * @param packageName as the spec says, if it does
 * @param name of the model and of the emitted class
 * @param dims in the order of declaration, overrides applied; at most one is open
 * @param constants in an order in which they can be computed
 * @param data inputs and targets in the order of declaration
 * @param parameters in the order of declaration, which is that of the parameter vector
 * @param functions abstract functions in the order of declaration, without those bound from outside
 * @param lets in an order in which they can be computed
 * @param states in the order of declaration
 * @param step statements in an order in which they can be carried out
 * @param iteration empty: the step is never applied
 * @param outputs outside the step, in an order in which they can be computed; names of states are final values
 * @param losses scalars outside the step
 * @param residuals outside the step
 * @param penalties scalars of parameters alone
 * @param differentiate parameters and data whose gradient is asked for, in the order written; all parameters by default
 */
public record Model(
        SourceFile source,
        Optional<String> packageName,
        String name,
        Optional<String> doc,
        List<Dim> dims,
        List<Constant> constants,
        List<Datum> data,
        List<Parameter> parameters,
        List<AbstractFunction> functions,
        List<Let> lets,
        List<State> states,
        List<Statement> step,
        Optional<Iteration> iteration,
        List<Output> outputs,
        List<Expr> losses,
        List<Expr> residuals,
        List<Expr> penalties,
        List<Symbol> differentiate,
        List<Init> inits,
        List<Claim> claims) {
    public Model {
        dims = List.copyOf(dims);
        constants = List.copyOf(constants);
        data = List.copyOf(data);
        parameters = List.copyOf(parameters);
        functions = List.copyOf(functions);
        lets = List.copyOf(lets);
        states = List.copyOf(states);
        step = List.copyOf(step);
        outputs = List.copyOf(outputs);
        losses = List.copyOf(losses);
        residuals = List.copyOf(residuals);
        penalties = List.copyOf(penalties);
        differentiate = List.copyOf(differentiate);
        inits = List.copyOf(inits);
        claims = List.copyOf(claims);
    }
}
