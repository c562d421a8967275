package dev.orbit.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house of {@code docs/architecture.md}, enforced; each rule is also shown to fail where it is broken on purpose. */
class ArchitectureTest {

    private static final String ROOT = "dev.orbit.compiler";
    private static final RoomRules RULES = new RoomRules(ROOT);
    private static final RoomRules BAD_HOUSE_RULES = new RoomRules("dev.orbit.badhouse");

    private static JavaClasses compiler;
    private static JavaClasses badHouse;

    @BeforeAll
    static void importClasses() {
        compiler = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        badHouse = new ClassFileImporter().importPackages("dev.orbit.badhouse");
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return RULES.all().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(compiler)));
    }

    @Test
    void theRulesHaveClassesToLookAt() {
        assertTrue(compiler.size() > 10, () -> "only " + compiler.size() + " classes were found");
    }

    @Test
    void aClassOutsideTheRoomsIsFound() {
        assertBroken(BAD_HOUSE_RULES.everyClassLivesInARoom(), "Homeless lives in no room");
    }

    @Test
    void anArrowAgainstTheFlowIsFound() {
        assertBroken(BAD_HOUSE_RULES.noRoomSeesOneFurtherAlong(), "badhouse.syntax.SeesDriver");
    }

    @Test
    void anArrowAgainstTheFlowIsFoundInAnArrayType() {
        assertBroken(BAD_HOUSE_RULES.noRoomSeesOneFurtherAlong(), "badhouse.model.HoldsArrayOfDrivers");
    }

    @Test
    void aCycleIsFound() {
        assertBroken(BAD_HOUSE_RULES.noCycles(), "badhouse.syntax");
    }

    @Test
    void aLibraryInTheWrongRoomIsFound() {
        ArchRule rule = BAD_HOUSE_RULES.librariesStayBehindTheirDoor();
        assertBroken(rule, "check.SeesAntlr");
        assertBroken(rule, "plan.SeesSymja");
        assertBroken(rule, "code.SeesJavaPoet");
        assertBroken(rule, "driver.SeesJavac");
        assertBroken(rule, "driver.SeesJackson");
    }

    @Test
    void aLibraryInItsOwnRoomIsNoFault() {
        assertFalse(report(BAD_HOUSE_RULES.librariesStayBehindTheirDoor()).contains("parse.MaySeeAntlr"));
    }

    @Test
    void stateInStaticsIsFound() {
        ArchRule rule = BAD_HOUSE_RULES.noStaticState();
        assertBroken(rule, "StaticState.counter is state");
        assertBroken(rule, "StaticState.OPEN is state");
        assertBroken(rule, "StaticState.CACHE is state");
        assertFalse(report(rule).contains("StaticState.TABLE"));
        assertFalse(report(rule).contains("StaticState.NAMES"));
    }

    @Test
    void everyRoomIsAPackageAndEveryPackageARoom() {
        List<String> rooms =
                Stream.of(Room.values()).map(Room::lowerCase).sorted().toList();
        assertEquals(rooms, Sources.packagesOfTheCompiler());
    }

    private static void assertBroken(ArchRule rule, String expected) {
        String report = report(rule);
        assertTrue(report.contains(expected), () -> expected + " is not in: " + report);
    }

    private static String report(ArchRule rule) {
        return rule.evaluate(badHouse).getFailureReport().toString();
    }
}
