package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Index;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;

/** {@code repeat(f, m, z)} as a loop. */
final class Repeats {
    private Repeats() {}

    static Value repeat(Expr.Repeat expr, Value start, Frame frame) {
        Count count = expr.count().match(new Index.Cases<Count>() {
            @Override
            public Count fixed(Index.Fixed index) {
                return new Count.Fixed(index.number().at(frame.running()));
            }

            @Override
            public Count given(Index.Given index) {
                return new Count.Given(Accesses.index(index.datum(), frame));
            }
        });
        Builder builder = frame.builder.inner();
        Value counter = frame.at(expr.span()).fresh(Type.INDEX);
        Value before = frame.builder.named(start.hint()).fresh(start.type());
        Expressions inside = new Expressions(frame.inner(builder));
        Value after = Grids.whole(inside.body(expr.function(), List.of(new Term.Plain(before))), start.type(), builder);
        Region body = new Region(List.of(counter, before), builder.written(), List.of(after));
        return frame.at(expr.span())
                .loop(Instr.Axis.REPEATS, count, false, List.of(Carry.state(start)), List.of(), body)
                .get(0);
    }
}
