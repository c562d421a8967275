package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The Jacobian of the residuals from its products with unit vectors: column by column in forward mode, or row by row in
 * reverse mode. A row costs about one and a half times as much as a column.
 */
final class JacobianMethod {
    private final Outline outline;
    private final Signature signature;
    private final WorkspaceArrays workspace;
    private final int size;
    private final Variable row;
    private final Variable column;
    private final Variable count;

    JacobianMethod(Outline outline, Signature signature, Variables variables, Names names, WorkspaceArrays workspace) {
        this.outline = outline;
        this.signature = signature;
        this.workspace = workspace;
        this.size =
                outline.parameters().stream().mapToInt(Outline.Parameter::size).sum();
        this.row = variables.named(names.first("i", "row"), Kind.WHOLE);
        this.column = variables.named(names.first("j", "column"), Kind.WHOLE);
        this.count = variables.named(names.first("count", "residualCount"), Kind.WHOLE);
    }

    /** @param wrt the parameters by which is differentiated */
    Method method(Set<String> wrt) {
        int columns = outline.parameters().stream()
                .filter(parameter -> wrt.contains(parameter.name()))
                .mapToInt(Outline.Parameter::size)
                .sum();
        Expr residuals = new ResidualLayout(outline, signature).count();
        List<Stmt> body = new ArrayList<>();
        body.add(new Stmt.Declare(count, Optional.of(residuals), ""));
        OptionalInt rows = residuals instanceof Expr.Whole whole ? OptionalInt.of(whole.value()) : OptionalInt.empty();
        if (rows.isPresent()) {
            body.addAll(2 * columns <= 3 * rows.getAsInt() ? byColumns(wrt, rows) : byRows(rows));
        } else {
            Expr cheaper = new Expr.Binary(
                    Operator.LESS_EQUAL,
                    new Expr.Whole(2 * columns),
                    new Expr.Binary(Operator.MULTIPLY, new Expr.Whole(3), count));
            body.add(new Stmt.If(cheaper, byColumns(wrt, rows), byRows(rows)));
        }
        List<Argument> parameters = signature.parameters(Method.Purpose.JACOBIAN, List.of(), outline);
        String name = Arranger.name(Method.Purpose.JACOBIAN, signature);
        return new Method(name, Method.Purpose.JACOBIAN, Optional.empty(), parameters, body);
    }

    /** An array with room for as many residuals as there are. */
    private Array room(String name, OptionalInt rows, List<Stmt> out) {
        Array array = workspace.array(name, rows);
        if (rows.isEmpty()) {
            out.add(new Stmt.Grow(array, count, 1));
        }
        return array;
    }

    private List<Stmt> byColumns(Set<String> wrt, OptionalInt rows) {
        List<Stmt> out = new ArrayList<>();
        Array unit = workspace.array("unit", OptionalInt.of(size));
        Array product = room("oneColumn", rows, out);
        out.add(clear(unit, new Expr.Whole(size)));
        int from = 0;
        for (List<Outline.Parameter> run : runs(wrt)) {
            int length = run.stream().mapToInt(Outline.Parameter::size).sum();
            out.addAll(wrt.contains(run.get(0).name()) ? columns(from, length, unit, product) : zeros(from, length));
            from += length;
        }
        return out;
    }

    /** Parameters next to one another that are all differentiated, or all not. */
    private List<List<Outline.Parameter>> runs(Set<String> wrt) {
        List<List<Outline.Parameter>> runs = new ArrayList<>();
        boolean before = false;
        for (Outline.Parameter parameter : outline.parameters()) {
            boolean now = wrt.contains(parameter.name());
            if (runs.isEmpty() || now != before) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(parameter);
            before = now;
        }
        return runs;
    }

    private List<Stmt> columns(int from, int length, Array unit, Array product) {
        Expr at = Wholes.plus(column, from);
        List<Stmt> body = new ArrayList<>();
        body.add(set(new Expr.Entry(unit, at), number("1", 1)));
        body.add(call(Method.Purpose.JACOBIAN_TIMES, List.of(unit, product, new Expr.Whole(0))));
        body.add(set(new Expr.Entry(unit, at), number("0", 0)));
        Stmt copy = set(entry(row, at), new Expr.Entry(product, row));
        body.add(new Stmt.For(row, count, false, List.of(copy)));
        return List.of(new Stmt.For(column, new Expr.Whole(length), false, body));
    }

    private List<Stmt> zeros(int from, int length) {
        Expr first = Wholes.plus(start(row), from);
        Expr last = Wholes.plus(start(row), from + length);
        Array into = signature.vector(Signature.Vector.JACOBIAN).array();
        Stmt fill = new Stmt.CallKernel(Library.ARRAYS, "fill", List.of(into, first, last, number("0", 0)));
        return List.of(new Stmt.For(row, count, false, List.of(fill)));
    }

    private List<Stmt> byRows(OptionalInt rows) {
        List<Stmt> out = new ArrayList<>();
        Array unit = room("unitWeights", rows, out);
        Array product = workspace.array("oneRow", OptionalInt.of(size));
        out.add(clear(unit, count));
        List<Stmt> body = new ArrayList<>();
        body.add(set(new Expr.Entry(unit, row), number("1", 1)));
        body.add(call(Method.Purpose.TRANSPOSED_TIMES, List.of(unit, new Expr.Whole(0), product)));
        body.add(set(new Expr.Entry(unit, row), number("0", 0)));
        Array into = signature.vector(Signature.Vector.JACOBIAN).array();
        List<Argument> copied = List.of(product, new Expr.Whole(0), into, start(row), new Expr.Whole(size));
        body.add(new Stmt.CallKernel(Library.SYSTEM, "arraycopy", copied));
        out.add(new Stmt.For(row, count, false, body));
        return out;
    }

    /** The product with what is given; the data are those of this method. */
    private Stmt call(Method.Purpose purpose, List<Argument> factors) {
        List<Argument> args = new ArrayList<>(signature.parameters(Method.Purpose.LOSS, List.of(), outline));
        args.addAll(factors);
        return new Stmt.CallMethod(Arranger.name(purpose, signature), args);
    }

    private Expr start(Expr residual) {
        Block jacobian = signature.vector(Signature.Vector.JACOBIAN);
        return Wholes.plus(jacobian.offset(), Wholes.times(residual, new Expr.Whole(size)));
    }

    private Expr.Entry entry(Expr residual, Expr parameter) {
        Array jacobian = signature.vector(Signature.Vector.JACOBIAN).array();
        return new Expr.Entry(jacobian, Wholes.plus(start(residual), parameter));
    }

    private static Stmt clear(Array array, Expr length) {
        List<Argument> args = List.of(array, new Expr.Whole(0), length, number("0", 0));
        return new Stmt.CallKernel(Library.ARRAYS, "fill", args);
    }

    private static Stmt set(Expr.Entry entry, Expr value) {
        return new Stmt.Assign(entry, Update.SET, value, "");
    }

    private static Expr number(String text, double value) {
        return new Expr.Number(new Literal(value, text, ""));
    }
}
