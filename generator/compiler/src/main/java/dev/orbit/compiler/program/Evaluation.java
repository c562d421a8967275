package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Datum.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One evaluation of one program. Its depth is that of nested regions, whatever the number of instructions. */
final class Evaluation<V> {
    private final Algebra<V> algebra;
    private final Environment<V> environment;
    private final Instr.Cases<List<Datum<V>>> cases;

    Evaluation(Algebra<V> algebra, Environment<V> environment) {
        this.algebra = algebra;
        this.environment = environment;
        Products<V> products = new Products<>(algebra);
        Rearrangements<V> rearrangements = new Rearrangements<>(algebra, environment);
        Reductions<V> reductions = new Reductions<>(algebra);
        LoopEvaluation<V> loops = new LoopEvaluation<>(algebra, environment, this);
        cases = new Instr.Cases<>(
                this::constant,
                extent -> one(algebra.constant(environment.number(extent.count()))),
                real -> one(algebra.constant(read(real.index()).index() + real.plus())),
                map -> List.of(read(map.x()).map(x -> algebra.apply(map.f(), x))),
                map -> List.of(read(map.x()).zip(read(map.y()), (x, y) -> algebra.apply(map.f(), x, y))),
                this::compare,
                this::logic,
                linear -> List.of(products.apply(linear, all(linear.args()))),
                view -> List.of(rearrangements.apply(view, all(view.args()))),
                fold -> List.of(reductions.apply(fold.op(), read(fold.x()))),
                this::call,
                this::branch,
                loops::run);
    }

    List<Datum<V>> run(Region region) {
        for (Instr instr : region.instrs()) {
            List<Datum<V>> found = instr.match(cases);
            List<Value> results = instr.results();
            for (int i = 0; i < results.size(); i++) {
                environment.define(results.get(i), found.get(i));
            }
        }
        return all(region.results());
    }

    private Datum<V> read(Value value) {
        return environment.read(value);
    }

    private List<Datum<V>> all(List<Value> values) {
        return values.stream().map(environment::read).toList();
    }

    private static <V> List<Datum<V>> one(V number) {
        return List.of(Datum.scalar(number));
    }

    private List<Datum<V>> constant(Instr.Constant constant) {
        Type type = constant.result().type();
        Literal literal = constant.literal();
        return switch (type.element()) {
            case INDEX -> List.of(environment.rows(type, new Datum.Index<>((int) literal.value())));
            case TRUTH -> List.of(environment.filled(type, algebra.truth(literal.value() != 0)));
            case DOUBLE, FLOAT -> List.of(environment.filled(type, algebra.literal(literal)));
        };
    }

    private List<Datum<V>> compare(Instr.Compare compare) {
        Datum<V> x = read(compare.x());
        Datum<V> y = read(compare.y());
        return compare.x().type().element() == Type.Element.INDEX
                ? one(algebra.truth(compare.op().holds(x.index(), y.index())))
                : one(algebra.compare(compare.op(), x.number(), y.number()));
    }

    private List<Datum<V>> logic(Instr.Logic logic) {
        return one(algebra.connect(
                logic.op(), all(logic.args()).stream().map(Datum::number).toList()));
    }

    private List<Datum<V>> call(Instr.Call call) {
        List<List<V>> arguments = all(call.args()).stream().map(Datum::entries).toList();
        return algebra.call(call.f(), call.order(), arguments).stream()
                .<Datum<V>>map(Entries::new)
                .toList();
    }

    private List<Datum<V>> branch(Instr.If branch) {
        V condition = read(branch.condition()).number();
        Optional<Boolean> known = algebra.decide(condition);
        if (known.isPresent()) {
            return run(known.get() ? branch.then() : branch.otherwise());
        }
        List<Datum<V>> then = run(branch.then());
        List<Datum<V>> otherwise = run(branch.otherwise());
        List<Datum<V>> chosen = new ArrayList<>();
        for (int i = 0; i < then.size(); i++) {
            chosen.add(choose(condition, then.get(i), otherwise.get(i)));
        }
        return chosen;
    }

    private Datum<V> choose(V condition, Datum<V> then, Datum<V> otherwise) {
        return then.match(new Datum.Cases<V, Datum<V>>(
                entries -> entries.zip(otherwise, (x, y) -> algebra.choose(condition, x, y)),
                index -> {
                    if (index.place() != otherwise.index()) {
                        throw new IllegalArgumentException("an index depends on a condition that is not known");
                    }
                    return index;
                },
                stack -> {
                    List<Datum<V>> rows = new ArrayList<>();
                    for (int i = 0; i < stack.rows().size(); i++) {
                        rows.add(choose(
                                condition, stack.rows().get(i), otherwise.rows().get(i)));
                    }
                    return new Datum.Stack<>(rows);
                }));
    }
}
