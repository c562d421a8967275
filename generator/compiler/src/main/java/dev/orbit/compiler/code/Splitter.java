package dev.orbit.compiler.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parts methods that are too large for HotSpot to compile to machine code: more than 8000 bytes of bytecode. */
public final class Splitter {
    private static final int LARGEST = 7000;
    private static final int PART = 4000;

    private final Method method;
    private final Map<String, List<Stmt>> parts = new LinkedHashMap<>();

    /** Names of parts so far: methods that take different arguments may have one name, and parts alike arguments. */
    private final Set<String> taken;

    private Splitter(Method method, Set<String> taken) {
        this.method = method;
        this.taken = taken;
    }

    /** The same code in methods that are small enough; bit for bit the same results. */
    public static Code split(Code code) {
        List<Method> methods = new ArrayList<>();
        Fields fields = new Fields(
                code.arrays().stream().map(storage -> storage.array().name()).toList());
        Set<String> taken = new LinkedHashSet<>();
        for (Method method : code.methods()) {
            if (Sizes.of(method.body()) <= LARGEST) {
                methods.add(method);
            } else {
                methods.addAll(new Splitter(method, taken).run(fields));
            }
        }
        return code.with(fields.all(), methods);
    }

    private List<Method> run(Fields fields) {
        List<Stmt> rest = shrink(method.body(), LARGEST, "Part");
        return new Parting(method, rest, parts, fields).methods();
    }

    /** The statements with as much in parts as is needed to fit. */
    private List<Stmt> shrink(List<Stmt> stmts, int budget, String label) {
        if (Sizes.of(stmts) <= budget) {
            return stmts;
        }
        List<Stmt> out = new ArrayList<>();
        for (Stmt stmt : stmts) {
            out.add(shrink(stmt, label));
        }
        while (Sizes.of(out) > budget) {
            List<Stmt> grouped = group(out, label);
            if (grouped.size() >= out.size()) {
                break;
            }
            out = grouped;
        }
        return out;
    }

    private Stmt shrink(Stmt stmt, String label) {
        if (stmt instanceof Stmt.For loop) {
            List<Stmt> body = shrink(loop.body(), PART, loop.backward() ? "Backward" : "Forward");
            return new Stmt.For(loop.index(), loop.count(), loop.backward(), body);
        } else if (stmt instanceof Stmt.If branch) {
            return new Stmt.If(
                    branch.condition(),
                    shrink(branch.then(), PART / 2, label),
                    shrink(branch.otherwise(), PART / 2, label));
        }
        return stmt;
    }

    /** Statements that follow one another become a part as soon as they are large enough. The return stays. */
    private List<Stmt> group(List<Stmt> stmts, String label) {
        List<Stmt> out = new ArrayList<>();
        List<Stmt> open = new ArrayList<>();
        int size = 0;
        for (Stmt stmt : stmts) {
            int next = Sizes.of(stmt);
            if (!open.isEmpty() && (size + next > PART || stmt instanceof Stmt.Return)) {
                out.add(part(open, label));
                open = new ArrayList<>();
                size = 0;
            }
            if (stmt instanceof Stmt.Return) {
                out.add(stmt);
            } else {
                open.add(stmt);
                size += next;
            }
        }
        if (!open.isEmpty()) {
            out.add(part(open, label));
        }
        return out;
    }

    private Stmt part(List<Stmt> stmts, String label) {
        boolean alone = stmts.size() == 1 && Sizes.of(stmts) <= PART;
        if (alone && stmts.get(0) instanceof Stmt.CallMethod) {
            return stmts.get(0);
        }
        int number = 1;
        while (!taken.add(method.name() + label + number)) {
            number++;
        }
        String name = method.name() + label + number;
        parts.put(name, List.copyOf(stmts));
        return new Stmt.CallMethod(name, List.of());
    }

    /** The fields through which parts hand scalars to one another. Methods share them: each runs from its beginning. */
    static final class Fields {
        private final Map<String, Variable> byName = new LinkedHashMap<>();
        private final Set<Variable> taken = new LinkedHashSet<>();
        private final Set<String> locals = new LinkedHashSet<>();
        private final Set<String> arrays;

        Fields(List<String> arrays) {
            this.arrays = Set.copyOf(arrays);
        }

        /** Begins a method in which these variables have names. */
        void begin(Set<Variable> variables) {
            taken.clear();
            locals.clear();
            variables.forEach(variable -> locals.add(variable.name()));
        }

        /** A field for a variable: of its name, unless that is another's. */
        Variable field(Variable variable) {
            String name = variable.name();
            for (int number = 2; !isFree(name, variable); number++) {
                name = variable.name() + "_" + number;
            }
            Variable field = Optional.ofNullable(byName.get(name))
                    .orElse(new Variable(-1 - byName.size(), name, variable.kind()));
            byName.put(name, field);
            taken.add(field);
            return field;
        }

        private boolean isFree(String name, Variable variable) {
            Variable there = byName.get(name);
            boolean another = !name.equals(variable.name()) && locals.contains(name) || arrays.contains(name);
            return !another && (there == null || there.kind() == variable.kind() && !taken.contains(there));
        }

        List<Variable> all() {
            return List.copyOf(byName.values());
        }
    }
}
