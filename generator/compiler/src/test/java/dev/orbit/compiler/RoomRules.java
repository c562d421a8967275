package dev.orbit.compiler;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rules between the rooms below a root package. The root is a parameter so that tests can break them on purpose. */
final class RoomRules {

    /** What every room may see: the Java platform, the runtime that emitted code links to, nullness annotations. */
    private static final List<String> FREE = List.of("java", "dev.orbit.runtime", "org.jspecify");

    /** Types whose objects change: a static field of such a type is hidden state even when it is final. */
    private static final List<String> CHANGING = List.of(
            "java.util.concurrent.",
            "java.lang.ThreadLocal",
            "java.lang.StringBuilder",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.TreeMap",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.ArrayList",
            "java.util.ArrayDeque",
            "java.util.Random");

    private final String root;

    RoomRules(String root) {
        this.root = root;
    }

    List<ArchRule> all() {
        return List.of(
                everyClassLivesInARoom(),
                noRoomSeesOneFurtherAlong(),
                noCycles(),
                librariesStayBehindTheirDoor(),
                noStaticState());
    }

    ArchRule everyClassLivesInARoom() {
        return classes(
                "live in a room",
                type -> Room.of(type, root).isPresent()
                        ? List.of()
                        : List.of(type.getName() + " lives in no room of the house"));
    }

    ArchRule noRoomSeesOneFurtherAlong() {
        return classes("see no room further along", type -> seen(type, this::pointsFurtherAlong));
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    ArchRule librariesStayBehindTheirDoor() {
        return classes("see no library but their own", type -> seen(type, this::leavesTheHouse));
    }

    ArchRule noStaticState() {
        return classes(
                "keep no state in statics",
                type -> type.getFields().stream()
                        .filter(field -> Room.of(type, root)
                                .filter(Room.SYMBOLIC::equals)
                                .isEmpty())
                        .filter(RoomRules::isStaticState)
                        .map(field -> field.getFullName() + " is state in a static field")
                        .toList());
    }

    private boolean pointsFurtherAlong(Room from, JavaClass target) {
        return Room.of(target, root).filter(to -> to.compareTo(from) > 0).isPresent();
    }

    private boolean leavesTheHouse(Room from, JavaClass target) {
        String name = target.getPackageName();
        return !name.isEmpty() // primitives and their arrays
                && !Room.isWithin(name, root)
                && !from.owns(name)
                && FREE.stream().noneMatch(free -> Room.isWithin(name, free));
    }

    private interface Objection {
        boolean against(Room from, JavaClass target);
    }

    private List<String> seen(JavaClass type, Objection objection) {
        Optional<Room> from = Room.of(type, root);
        return type.getDirectDependenciesFromSelf().stream()
                .filter(seen -> from.isPresent()
                        && objection.against(from.get(), seen.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean isStaticState(JavaField field) {
        if (!field.getModifiers().contains(JavaModifier.STATIC)
                || field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
            return false;
        }
        boolean reassignable = !field.getModifiers().contains(JavaModifier.FINAL);
        boolean openArray =
                field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
        String type = field.getRawType().getName();
        return reassignable || openArray || CHANGING.stream().anyMatch(type::startsWith);
    }

    private static ArchRule classes(String description, Function<JavaClass, List<String>> problems) {
        ArchCondition<JavaClass> condition = new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                problems.apply(type).forEach(problem -> events.add(SimpleConditionEvent.violated(type, problem)));
            }
        };
        return ArchRuleDefinition.classes().should(condition).allowEmptyShould(true);
    }
}
