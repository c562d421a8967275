package dev.orbit.runtime;

/**
 * A model some of whose parameters have intervals, with the smooth map that reaches exactly those parameters.
 *
 * <p>The <em>free</em> vector has the layout of the parameter vector, and every entry of it may be any finite number; an entry
 * whose parameter has no interval is that parameter. The map is triangular in order of declaration, because a bound may depend
 * on earlier parameters. See {@link Transforms} for the map of one entry.
 */
public interface Constrained extends Model {
    /**
     * From the whole space to the parameters. Never leaves an open interval, even where rounding would.
     *
     * @param free read
     * @param parameters overwritten; may be {@code free} itself
     */
    void constrain(double[] free, double[] parameters);

    /**
     * The inverse of {@link #constrain}.
     *
     * @param parameters read
     * @param free overwritten; may be {@code parameters} itself
     * @throws ParameterOutsideInterval if a parameter is NaN or not inside its open interval
     */
    void unconstrain(double[] parameters, double[] free);

    /**
     * Turns a gradient by the parameters into the gradient by the free vector: the transpose of the map's Jacobian, applied in
     * place.
     *
     * @param free where the Jacobian is taken
     * @param parameters what {@link #constrain} made of {@code free}
     * @param gradient a gradient by the parameters; overwritten with the gradient by the free vector
     */
    void pullBack(double[] free, double[] parameters, double[] gradient);
}
