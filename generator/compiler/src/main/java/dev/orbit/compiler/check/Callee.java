package dev.orbit.compiler.check;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.model.AbstractFunction;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Declaration;
import java.util.List;
import java.util.Optional;

/** What the name of a function stands for. */
sealed interface Callee {
    String name();

    /**
     * A function of the spec with a body.
     *
     * @param body what is put in for a call: the declaration's, or what was bound from outside
     * @param file which the spans of {@code body} point into
     * @param declared the name in the spec
     */
    record Inline(Declaration.InlineFunction body, SourceFile file, boolean bound, Span declared) implements Callee {
        @Override
        public String name() {
            return body.name().text();
        }

        int parameterCount() {
            return body.parameters().size();
        }
    }

    /** An abstract function; {@code function} is empty when its shapes are wrong, which has been reported. */
    record Abstract(String name, int parameterCount, Optional<AbstractFunction> function, Span declared)
            implements Callee {}

    /** An elementwise function of one value. */
    record One(Function1 function) implements Callee {
        @Override
        public String name() {
            return function.word().orElseThrow();
        }
    }

    /** An elementwise function of two values. */
    record Two(Function2 function) implements Callee {
        @Override
        public String name() {
            return function.word().orElseThrow();
        }
    }

    /** Any other built-in function. */
    record Special(Family family) implements Callee {
        @Override
        public String name() {
            return family.word();
        }
    }

    /** The total fold: one case each. */
    interface Cases<R> {
        R inline(Inline callee);

        R ofSpec(Abstract callee);

        R one(One callee);

        R two(Two callee);

        R special(Special callee);
    }

    default <R> R match(Cases<R> cases) {
        if (this instanceof Inline inline) {
            return cases.inline(inline);
        } else if (this instanceof Abstract declared) {
            return cases.ofSpec(declared);
        } else if (this instanceof One one) {
            return cases.one(one);
        } else if (this instanceof Two two) {
            return cases.two(two);
        }
        return cases.special((Special) this);
    }

    /** The built-in function of a name. */
    static Optional<Callee> builtIn(String name) {
        Optional<Callee> special = Family.named(name).map(Special::new);
        Optional<Callee> one = Function1.named(name).map(One::new);
        Optional<Callee> two = Function2.named(name).map(Two::new);
        return special.or(() -> one).or(() -> two);
    }

    /** The least and the greatest number of arguments. */
    default List<Integer> arity() {
        return match(new Cases<>() {
            @Override
            public List<Integer> inline(Inline callee) {
                return List.of(callee.parameterCount(), callee.parameterCount());
            }

            @Override
            public List<Integer> ofSpec(Abstract callee) {
                return List.of(callee.parameterCount(), callee.parameterCount());
            }

            @Override
            public List<Integer> one(One callee) {
                return List.of(1, 1);
            }

            @Override
            public List<Integer> two(Two callee) {
                return List.of(2, 2);
            }

            @Override
            public List<Integer> special(Special callee) {
                return List.of(callee.family().least(), callee.family().most());
            }
        });
    }
}
