package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.simplify.Stabilise.Stabilised;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes programs smaller without changing what they compute, before and after differentiation. Written arithmetic is
 * never reassociated. Sums and products with structural zeros and ones, and the stable forms, are equal in the reals;
 * everything else keeps the bits.
 */
public final class Simplify {
    /** What the rewriting needs in practice is two or three rounds; more would not pay. */
    private static final int MOST_ROUNDS = 8;

    static final Pass FOLD = new Peephole(
            "fold",
            Law.BITWISE,
            List.of(
                    new ExactConstants(),
                    new Identities(),
                    new ViewIdentities(),
                    new Cuts(),
                    new TransposedProducts(),
                    new KnownBranches(),
                    new KnownCarries()));
    static final Pass ZEROS_AND_ONES = new Peephole("zeros and ones", Law.REAL, List.of(new ZerosAndOnes()));
    static final Pass TOTALS = new Peephole("totals", Law.REAL, List.of(new Totals(), new Places()));
    static final Pass LIFT = new Peephole("lift", Law.REAL, List.of(new ElementwiseLoops(), new PlacedSums()));
    static final Pass IN_PLACE = new Peephole("in place", Law.REAL, List.of(new InPlace()));
    static final Pass PRODUCTS =
            new Peephole("products", Law.REAL, List.of(new SummedOuterProducts(), new TurnedMatrices()));
    static final Pass SIGNS = new Peephole("signs", Law.BITWISE, List.of(new Signs()));
    static final Pass FACTORS = new Peephole("factors", Law.REAL, List.of(new CommonFactors(), new ShapedFactors()));
    static final Pass HOIST = new Hoist();
    static final Pass SHARE = new Share();
    static final Pass DROP = new Drop();
    static final Pass JOIN = new Join();
    static final Pass GUARD = new Guard();
    static final Pass SINK = new Sink();
    static final Pass UNROLL = new Unroll();

    /** All rules in one walk. */
    private static final Pass RULES = new Peephole(
            "rules",
            Law.REAL,
            List.of(
                    new ExactConstants(),
                    new ZerosAndOnes(),
                    new Identities(),
                    new ViewIdentities(),
                    new Cuts(),
                    new TransposedProducts(),
                    new Totals(),
                    new Places(),
                    new KnownBranches(),
                    new KnownCarries(),
                    new ElementwiseLoops(),
                    new PlacedSums(),
                    new CommonFactors(),
                    new ShapedFactors(),
                    new Signs()));

    private static final List<Pass> ROUND = List.of(RULES, HOIST, SHARE, DROP);
    /** Before differentiating: what a branch alone reads must not be differentiated where the branch is not taken. */
    private static final List<Pass> PRIMAL = List.of(RULES, HOIST, SHARE, JOIN, SINK, DROP);
    /** The same of one step as it is written, where several branches may read it. */
    private static final List<Pass> STEP = List.of(RULES, HOIST, SHARE, JOIN, GUARD, SINK, DROP);

    private static final List<Pass> AS_WRITTEN = List.of(FOLD, HOIST, SHARE, DROP);

    private Simplify() {}

    /** The passes that simplification is made of, each to be held to its law. */
    static List<Pass> passes(List<StableForm> forms) {
        return List.of(
                FOLD,
                ZEROS_AND_ONES,
                TOTALS,
                LIFT,
                IN_PLACE,
                PRODUCTS,
                SIGNS,
                FACTORS,
                HOIST,
                SHARE,
                DROP,
                JOIN,
                GUARD,
                SINK,
                UNROLL,
                Stabilise.pass(forms, new ArrayList<>()));
    }

    /** Drops what no output needs, and changes nothing else: for a slice of a simplified program. */
    public static Program drop(Program program) {
        return DROP.apply(program);
    }

    /** Folds, moves signs, hoists, shares and drops until nothing changes. For programs before or after differentiation. */
    public static Program simplify(Program program) {
        return settled(program, ROUND);
    }

    /** A simplified derivative, as it is emitted: large products suit the machine, and parts are added where they belong. */
    public static Program derivative(Program differentiated) {
        return DROP.apply(IN_PLACE.apply(PRODUCTS.apply(simplify(differentiated))));
    }

    /** What the author wrote, in stable form; the bits of the rest stay. */
    public static Stabilised stable(Program lowered, List<StableForm> forms) {
        // signs stay where the author wrote them until the stable forms, which expect them there, are found
        return Stabilise.stabilise(settled(lowered, AS_WRITTEN), forms);
    }

    /**
     * What is differentiated: the lowered program in stable form, with short loops written out, simplified. From here on
     * everything agrees with it bit for bit.
     */
    public static Stabilised primal(Program lowered) {
        return primal(lowered, StableForm.all());
    }

    /** The same with these stable forms alone. */
    public static Stabilised primal(Program lowered, List<StableForm> forms) {
        Stabilised stable = stable(lowered, forms);
        Program unrolled = UNROLL.apply(settled(stable.program(), STEP));
        return new Stabilised(settled(unrolled, PRIMAL), stable.applied());
    }

    private static Program settled(Program program, List<Pass> passes) {
        Program before = program;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Program after = before;
            for (Pass pass : passes) {
                after = pass.apply(after);
            }
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        return before;
    }
}
