package dev.orbit.compiler.plan;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Uses;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a program into regions for closed forms: at every function, division, value read twice, value that the author
 * named, carry, operation of linear algebra and branch. What remains are sums and products of scalars.
 */
final class Regions {
    /** Longer sums and products are cut: their closed forms say no more than the table. */
    private static final int LONGEST = 12;

    private final Formulas formulas;
    private final Uses uses;
    private final Definitions definitions;
    private final List<Cut> cuts = new ArrayList<>();

    private Regions(Program program, Formulas formulas) {
        this.formulas = formulas;
        this.uses = Uses.of(program);
        this.definitions = Definitions.of(program);
    }

    /** The regions in the order of the program. */
    static List<Cut> of(Program program, Formulas formulas) {
        Regions regions = new Regions(program, formulas);
        regions.visit(program.body());
        return regions.cuts;
    }

    private void visit(Region region) {
        Set<Value> taken = new HashSet<>();
        Set<Value> here = new HashSet<>();
        region.instrs().forEach(instr -> here.addAll(instr.results()));
        List<Cut> found = new ArrayList<>();
        for (int i = region.instrs().size() - 1; i >= 0; i--) {
            Instr instr = region.instrs().get(i);
            if (isPolynomial(instr) && !taken.contains(instr.results().get(0))) {
                found.add(grow(instr, here, taken));
            }
        }
        Collections.reverse(found);
        cuts.addAll(found);
        region.instrs().forEach(instr -> instr.regions().forEach(this::visit));
    }

    static boolean isPolynomial(Instr instr) {
        if (!instr.results().stream().allMatch(value -> value.type().isScalar())) {
            return false;
        }
        if (instr instanceof Instr.Map1 map) {
            return map.f() == Function1.NEGATE || map.f() == Function1.SQUARE;
        }
        return instr instanceof Instr.Map2 map
                && (map.f() == Function2.ADD || map.f() == Function2.SUBTRACT || map.f() == Function2.MULTIPLY);
    }

    /** The region that ends here: operands are taken in, breadth first, while they are read once and there is room. */
    private Cut grow(Instr root, Set<Value> here, Set<Value> taken) {
        List<Instr> instrs = new ArrayList<>(List.of(root));
        for (int i = 0; i < instrs.size(); i++) {
            for (Value operand : instrs.get(i).operands()) {
                boolean inner = here.contains(operand)
                        && uses.count(operand) == 1
                        && operand.hint().isEmpty()
                        && instrs.size() < LONGEST;
                Instr defining = definitions.of(operand).orElse(root);
                if (inner && isPolynomial(defining)) {
                    instrs.add(defining);
                    taken.add(operand);
                }
            }
        }
        // inner values are read once, so the reverse of breadth first defines each before it is read
        Collections.reverse(instrs);
        Map<Value, Formula> meanings = new LinkedHashMap<>();
        instrs.forEach(instr -> instr.operands().stream()
                .filter(operand -> instrs.stream().noneMatch(i -> i.results().contains(operand)))
                .forEach(leaf -> meanings.computeIfAbsent(leaf, this::leaf)));
        instrs.forEach(instr -> meanings.put(instr.results().get(0), meaning(instr, meanings)));
        return new Cut(instrs, meanings);
    }

    private Formula leaf(Value value) {
        return definitions
                .literal(value)
                .filter(literal -> isExact(literal.value()))
                .map(literal -> formulas.number(Rational.exactly(literal.value())))
                .orElseGet(() -> formulas.symbol(Name.of("v" + value.id())));
    }

    /** Small multiples of 1/1024 stay what they are when they are added and multiplied; others are opaque. */
    private static boolean isExact(double value) {
        return Math.abs(value) < 1e6 && value * 1024 == Math.rint(value * 1024);
    }

    private Formula meaning(Instr instr, Map<Value, Formula> meanings) {
        if (instr instanceof Instr.Map1 map) {
            return formulas.apply(map.f(), requireNonNull(meanings.get(map.x())));
        }
        Instr.Map2 map = (Instr.Map2) instr;
        return formulas.apply(map.f(), requireNonNull(meanings.get(map.x())), requireNonNull(meanings.get(map.y())));
    }
}
