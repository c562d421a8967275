package dev.orbit.compiler.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes methods of the parts of one: arguments of the method and indices of loops are handed on as arguments, parameters of the
 * model are read again, and other variables that several parts mention become fields.
 */
final class Parting {
    /** Java allows 255 slots. */
    private static final int MOST_SLOTS = 200;

    private final Method method;
    private final List<Stmt> rest;
    private final Map<String, List<Stmt>> parts;
    private final Map<Variable, Variable> promoted = new LinkedHashMap<>();
    private final Map<Variable, Expr> again = new LinkedHashMap<>();
    private final Set<Variable> assigned = new LinkedHashSet<>();
    private final Map<String, List<Argument>> needs = new LinkedHashMap<>();
    private final Set<Argument> handed = new LinkedHashSet<>();

    Parting(Method method, List<Stmt> rest, Map<String, List<Stmt>> parts, Splitter.Fields fields) {
        this.method = method;
        this.rest = rest;
        this.parts = parts;
        handed.addAll(method.parameters());
        handed.addAll(Mentions.of(rest).indices);
        parts.values().forEach(part -> handed.addAll(Mentions.of(part).indices));
        assigned(rest);
        parts.values().forEach(this::assigned);
        readable(rest);
        parts.values().forEach(this::readable);
        promote(fields);
        parts.keySet().forEach(this::needs);
    }

    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        methods.add(new Method(
                method.name(), method.purpose(), method.result(), method.parameters(), finished(readAgain(rest))));
        parts.forEach((name, stmts) -> methods.add(
                new Method(name, Method.Purpose.PART, Optional.empty(), needs.get(name), finished(readAgain(stmts)))));
        return methods;
    }

    /** Variables that are assigned after they are declared: a state may begin as a parameter and become something else. */
    private void assigned(List<Stmt> stmts) {
        for (Stmt stmt : stmts) {
            if (stmt instanceof Stmt.Assign assign && assign.target() instanceof Variable variable) {
                assigned.add(variable);
            } else if (stmt instanceof Stmt.For loop) {
                assigned(loop.body());
            } else if (stmt instanceof Stmt.If branch) {
                assigned(branch.then());
                assigned(branch.otherwise());
            }
        }
    }

    /** Parameters of the model can be read again: they are entries of the vector. */
    private void readable(List<Stmt> stmts) {
        Set<Argument> vectors = new LinkedHashSet<>(method.parameters());
        for (Stmt stmt : stmts) {
            if (stmt instanceof Stmt.Declare declare) {
                declare.initial()
                        .flatMap(Parting::entry)
                        .filter(entry -> vectors.contains(entry.array()) && entry.index() instanceof Expr.Whole)
                        .filter(entry -> !assigned.contains(declare.variable()))
                        .ifPresent(entry -> again.put(declare.variable(), entry));
            }
        }
    }

    private static Optional<Expr.Entry> entry(Expr initial) {
        if (initial instanceof Expr.Entry entry) {
            return Optional.of(entry);
        }
        boolean checked = initial instanceof Expr.Call call && call.owner() == Library.INTERVALS;
        return checked ? Optional.of((Expr.Entry) ((Expr.Call) initial).args().get(1)) : Optional.empty();
    }

    private void promote(Splitter.Fields fields) {
        Map<Variable, Integer> mentions = new LinkedHashMap<>();
        count(rest, mentions);
        parts.values().forEach(part -> count(part, mentions));
        fields.begin(mentions.keySet());
        mentions.forEach((variable, count) -> {
            if (count > 1 && !handed.contains(variable) && !again.containsKey(variable)) {
                promoted.put(variable, fields.field(variable));
            }
        });
    }

    private static void count(List<Stmt> stmts, Map<Variable, Integer> mentions) {
        for (Argument argument : Mentions.of(stmts).arguments) {
            if (argument instanceof Variable variable) {
                mentions.merge(variable, 1, Integer::sum);
            }
        }
    }

    /** What a part must be handed, for itself and for the parts that it calls. */
    private List<Argument> needs(String part) {
        if (needs.containsKey(part)) {
            return needs.get(part);
        }
        Mentions mentions = Mentions.of(readAgain(parts.get(part)));
        Set<Argument> needed = new LinkedHashSet<>(mentions.arguments);
        for (String callee : mentions.methods) {
            needed.addAll(needs(callee));
        }
        needed.retainAll(handed);
        needed.removeAll(mentions.indices);
        List<Argument> inOrder = handed.stream().filter(needed::contains).toList();
        if (Sizes.slots(inOrder) > MOST_SLOTS) {
            throw new IllegalStateException(method.name() + " has too many arguments to be parted");
        }
        needs.put(part, inOrder);
        return inOrder;
    }

    /** The statements after those that read again what they need of the model's parameters. */
    private List<Stmt> readAgain(List<Stmt> stmts) {
        Set<Argument> mentioned = Mentions.of(stmts).arguments;
        List<Stmt> out = new ArrayList<>();
        again.forEach((variable, entry) -> {
            boolean here = stmts.stream()
                    .anyMatch(stmt -> stmt instanceof Stmt.Declare declare
                            && declare.variable().equals(variable));
            if (mentioned.contains(variable) && !here) {
                out.add(new Stmt.Declare(variable, Optional.of(entry), ""));
            }
        });
        out.addAll(stmts);
        return out;
    }

    private List<Stmt> finished(List<Stmt> stmts) {
        return new Substitution(promoted).of(called(stmts));
    }

    /** Calls of parts with their arguments. */
    private List<Stmt> called(List<Stmt> stmts) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt stmt : stmts) {
            if (stmt instanceof Stmt.CallMethod call && needs.containsKey(call.method())) {
                out.add(new Stmt.CallMethod(call.method(), needs.get(call.method())));
            } else if (stmt instanceof Stmt.For loop) {
                out.add(new Stmt.For(loop.index(), loop.count(), loop.backward(), called(loop.body())));
            } else if (stmt instanceof Stmt.If branch) {
                out.add(new Stmt.If(branch.condition(), called(branch.then()), called(branch.otherwise())));
            } else {
                out.add(stmt);
            }
        }
        return out;
    }
}
