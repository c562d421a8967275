package dev.orbit.compiler.code;

import java.util.List;

/**
 * Imperative code: what the emitted class computes, with every name, array and statement decided.
 *
 * @param constants named numbers
 * @param arrays the workspace
 * @param fields scalars that parts of a method hand to one another
 * @param methods in the order in which they are printed
 */
public record Code(List<Constant> constants, List<Storage> arrays, List<Variable> fields, List<Method> methods) {
    public Code {
        constants = List.copyOf(constants);
        arrays = List.copyOf(arrays);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
    }
}
