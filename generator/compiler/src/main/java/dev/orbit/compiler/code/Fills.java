package dev.orbit.compiler.code;

import java.util.ArrayList;
import java.util.List;

/** Fills of neighbouring parts of one array with one number, made one. */
final class Fills {
    private Fills() {}

    static List<Stmt> join(List<Stmt> stmts) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt stmt : stmts) {
            int last = out.size() - 1;
            if (last >= 0 && isFill(out.get(last)) && isFill(stmt) && follows(out.get(last), stmt)) {
                out.set(last, joined((Stmt.CallKernel) out.get(last), (Stmt.CallKernel) stmt));
            } else {
                out.add(stmt);
            }
        }
        return out;
    }

    private static boolean isFill(Stmt stmt) {
        return stmt instanceof Stmt.CallKernel call
                && call.owner() == Library.ARRAYS
                && call.args().size() == 4;
    }

    private static boolean follows(Stmt first, Stmt second) {
        List<Argument> a = ((Stmt.CallKernel) first).args();
        List<Argument> b = ((Stmt.CallKernel) second).args();
        return a.get(0).equals(b.get(0))
                && a.get(2).equals(b.get(1))
                && a.get(3).equals(b.get(3));
    }

    private static Stmt joined(Stmt.CallKernel first, Stmt.CallKernel second) {
        List<Argument> args = new ArrayList<>(first.args());
        args.set(2, second.args().get(2));
        return new Stmt.CallKernel(first.owner(), first.method(), args);
    }
}
