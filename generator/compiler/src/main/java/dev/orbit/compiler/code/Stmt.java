package dev.orbit.compiler.code;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A statement of Java. */
public sealed interface Stmt {
    /**
     * A local variable.
     *
     * @param initial empty where each branch of a following {@link If} assigns it
     * @param remark a comment behind it, or empty
     */
    record Declare(Variable variable, Optional<Expr> initial, String remark) implements Stmt {}

    /** An assignment to a variable or an entry; {@code remark} is a comment behind it, or empty. */
    record Assign(Target target, Update update, Expr value, String remark) implements Stmt {}

    /** Makes sure that an array of the workspace has room for {@code rows} rows of {@code width} entries. */
    record Grow(Array array, Expr rows, int width) implements Stmt {}

    /** Index from 0 to count - 1, or backward from count - 1 to 0. */
    record For(Variable index, Expr count, boolean backward, List<Stmt> body) implements Stmt {
        public For {
            body = List.copyOf(body);
        }
    }

    record If(Expr condition, List<Stmt> then, List<Stmt> otherwise) implements Stmt {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** A static method of the runtime that writes arrays, or checks. */
    record CallKernel(Library owner, String method, List<Argument> args) implements Stmt {
        public CallKernel {
            args = List.copyOf(args);
        }
    }

    /** A method of an abstract function that writes an array. */
    record CallAbstract(String function, String method, List<Argument> args) implements Stmt {
        public CallAbstract {
            args = List.copyOf(args);
        }
    }

    /** Another method of the same class that gives nothing back. */
    record CallMethod(String method, List<Argument> args) implements Stmt {
        public CallMethod {
            args = List.copyOf(args);
        }
    }

    /** A comment on a line of its own; without text, an empty line. */
    record Note(String text) implements Stmt {}

    record Return(Expr value) implements Stmt {}

    /** The total fold: one case each. */
    record Cases<R>(
            Function<Declare, R> declare,
            Function<Assign, R> assign,
            Function<Grow, R> grow,
            Function<For, R> loop,
            Function<If, R> branch,
            Function<CallKernel, R> callKernel,
            Function<CallAbstract, R> callAbstract,
            Function<CallMethod, R> callMethod,
            Function<Note, R> note,
            Function<Return, R> giveBack) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Declare declare) {
            return cases.declare().apply(declare);
        } else if (this instanceof Assign assign) {
            return cases.assign().apply(assign);
        } else if (this instanceof Grow grow) {
            return cases.grow().apply(grow);
        } else if (this instanceof For loop) {
            return cases.loop().apply(loop);
        } else if (this instanceof If branch) {
            return cases.branch().apply(branch);
        } else if (this instanceof CallKernel call) {
            return cases.callKernel().apply(call);
        } else if (this instanceof CallAbstract call) {
            return cases.callAbstract().apply(call);
        } else if (this instanceof CallMethod call) {
            return cases.callMethod().apply(call);
        } else if (this instanceof Note note) {
            return cases.note().apply(note);
        }
        return cases.giveBack().apply((Return) this);
    }
}
