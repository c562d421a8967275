package dev.orbit.compiler.code;

import java.util.List;

/**
 * Imperative code: what the emitted class computes, with every name, array and statement decided.
 *
 * @param naming names in Java of what the spec declares
 * @param signature what every method is told
 * @param differentiated the data, by number, of which a method gives gradients
 * @param derivatives the abstract functions, by number, of which derivatives are needed
 * @param constants named numbers
 * @param arrays the workspace
 * @param fields scalars that parts of a method hand to one another
 * @param methods in the order in which they are printed
 */
public record Code(
        Naming naming,
        Signature signature,
        List<Integer> differentiated,
        List<Integer> derivatives,
        List<Constant> constants,
        List<Storage> arrays,
        List<Variable> fields,
        List<Method> methods) {
    public Code {
        differentiated = List.copyOf(differentiated);
        derivatives = List.copyOf(derivatives);
        constants = List.copyOf(constants);
        arrays = List.copyOf(arrays);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
    }

    /** The same class with other methods, which need these fields. */
    Code with(List<Variable> otherFields, List<Method> otherMethods) {
        return new Code(naming, signature, differentiated, derivatives, constants, arrays, otherFields, otherMethods);
    }
}
