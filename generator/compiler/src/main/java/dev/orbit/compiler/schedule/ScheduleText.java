package dev.orbit.compiler.schedule;

/** A schedule as text, for people who look into the compiler. */
public final class ScheduleText {
    private ScheduleText() {}

    public static String render(Schedule schedule) {
        StringBuilder out = new StringBuilder();
        block(schedule.steps(), "", out);
        return out.toString();
    }

    private static String home(Home home) {
        return home.match(
                inSlot -> (inSlot.opens() ? "open " : "") + inSlot.slot(),
                inRow -> inRow.at().toString());
    }

    private static void block(Step.Block block, String indent, StringBuilder out) {
        for (Step step : block.steps()) {
            String line = step.match(new Step.Cases<>(
                    define -> home(define.home()) + " = " + define.value(),
                    ask -> "ask " + ask.call().f().name() + " for "
                            + ask.homes().stream().map(ScheduleText::home).toList(),
                    open -> "open " + open.slot()
                            + open.initial().map(v -> " = " + v).orElse(""),
                    load -> "open " + load.to() + " = " + load.from(),
                    copy -> copy.to() + " = " + copy.from(),
                    move -> move.to() + " = " + move.from(),
                    add -> add.to() + " += " + add.contribution(),
                    keep -> keep.at() + " = " + keep.value(),
                    spread -> spread.to() + " = " + spread.stack(),
                    fill -> "fill " + fill.ring() + " with " + fill.initial(),
                    push -> "push " + push.ring() + " " + push.value(),
                    branch -> "if " + branch.condition(),
                    repeat -> (repeat.loop().backward() ? "backward " : "")
                            + repeat.loop().axis() + " " + repeat.loop().count(),
                    give -> "output " + give.output() + " = " + give.value()));
            out.append(indent).append(line).append('\n');
            if (step instanceof Step.Branch branch) {
                block(branch.then(), indent + "  ", out);
                out.append(indent).append("else\n");
                block(branch.otherwise(), indent + "  ", out);
            } else if (step instanceof Step.Repeat repeat) {
                block(repeat.body(), indent + "  ", out);
            }
        }
    }
}
