package dev.orbit.compiler.driver;

import dev.orbit.compiler.formula.OperationCount;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plan of a derivative for people: for each region, where it stands and which form of its derivative is emitted. */
public final class Regions {
    private Regions() {}

    /** One line for each region, ends with a line break. */
    public static String render(Compilation compilation) {
        Optional<Model> model = compilation.model();
        Optional<Product> product = compilation.product();
        if (model.isEmpty() || product.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        out.append(String.format("%-24s %-12s %-22s %s%n", "region", "form", "closed form costs", "table costs"));
        for (DerivativePlan.Choice choice : product.get().plan().choices()) {
            Value root = choice.region().root();
            int line = model.get().source().position(root.origin().spanStart()).line();
            String place = "line " + line + (root.hint().isEmpty() ? "" : ", " + root.hint());
            out.append(String.format(
                    "%-24s %-12s %-22s %s%n",
                    place, choice.closed() ? "closed form" : "table", cost(choice.closedForm()), cost(choice.table())));
        }
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private static String cost(OperationCount count) {
        List<String> parts = new ArrayList<>();
        add(count.multiplications(), "mul", parts);
        add(count.additions(), "add", parts);
        add(count.divisions(), "div", parts);
        count.functions().forEach((name, times) -> add(times, name, parts));
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private static void add(int times, String name, List<String> parts) {
        if (times > 0) {
            parts.add(times + " " + name);
        }
    }
}
