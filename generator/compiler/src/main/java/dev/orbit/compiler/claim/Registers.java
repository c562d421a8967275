package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Instr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** What a loop carries from step to step: a delayed state is in as many registers as its delay is long. */
final class Registers {
    private final Instr.Loop loop;
    private final BinaryOperator<Formula> add;
    /** For each state its registers, the newest first; for each sum its total. */
    private final List<List<Datum<Formula>>> slots = new ArrayList<>();

    Registers(Instr.Loop loop, Function<Carry, Datum<Formula>> initial, BinaryOperator<Formula> add) {
        this.loop = loop;
        this.add = add;
        for (Carry carry : loop.carries()) {
            int length = carry.isState() ? carry.delay() : 1;
            slots.add(new ArrayList<>(java.util.Collections.nCopies(length, initial.apply(carry))));
        }
    }

    /** What the body is given for each state. */
    List<Datum<Formula>> arguments() {
        List<Datum<Formula>> arguments = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (isState(i)) {
                arguments.add(slots.get(i).get(slots.get(i).size() - 1));
            }
        }
        return arguments;
    }

    private boolean isState(int carry) {
        return loop.carries().get(carry).isState();
    }

    /** One step. */
    void take(List<Datum<Formula>> yielded) {
        for (int i = 0; i < slots.size(); i++) {
            List<Datum<Formula>> slot = slots.get(i);
            if (isState(i)) {
                slot.remove(slot.size() - 1);
                slot.add(0, yielded.get(i));
            } else {
                slot.set(0, slot.get(0).zip(yielded.get(i), add));
            }
        }
    }

    /** What the loop ends with; only states without a delay are read then. */
    List<Datum<Formula>> results() {
        return slots.stream().map(slot -> slot.get(0)).toList();
    }

    /** All numbers in registers of states, in order. */
    List<Formula> numbers() {
        List<Formula> numbers = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (isState(i)) {
                slots.get(i).forEach(datum -> numbers.addAll(numbers(datum)));
            }
        }
        return numbers;
    }

    private static List<Formula> numbers(Datum<Formula> datum) {
        return datum.match(new Datum.Cases<>(
                Datum.Entries::entries,
                index -> {
                    throw new Undecidable("a state is an index");
                },
                stack -> {
                    throw new Undecidable("a state is a stack of rows");
                }));
    }

    /** Puts numbers into the registers of states. */
    void set(List<Formula> numbers) {
        int next = 0;
        for (int i = 0; i < slots.size(); i++) {
            for (int slot = 0; isState(i) && slot < slots.get(i).size(); slot++) {
                int size = numbers(slots.get(i).get(slot)).size();
                slots.get(i).set(slot, Datum.of(numbers.subList(next, next + size)));
                next += size;
            }
        }
    }

    /** What a general step yields, with the sums over the steps it stands for. */
    void takeAll(List<Datum<Formula>> yielded, Function<Formula, Formula> sum) {
        List<Datum<Formula>> summed = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            summed.add(isState(i) ? yielded.get(i) : yielded.get(i).map(sum));
        }
        take(summed);
    }
}
