package id.pkh.meeting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds for the service, and is broken by the class that is planted for it. */
class ArchitectureTest {

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("id.pkh.meeting");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("id.pkh.meeting.planted");

    private static final Map<String, ArchRule> RULES =
            Map.ofEntries(
                    Map.entry(
                            "a domain knows only Java and domains",
                            classes()
                                    .that()
                                    .resideInAPackage("..domain..")
                                    .should()
                                    .onlyDependOnClassesThat(
                                            resideInAPackage("java..")
                                                    .or(resideInAPackage("..domain..")))),
                    Map.entry(
                            "a domain asks neither clock nor chance",
                            noClasses()
                                    .that()
                                    .resideInAPackage("..domain..")
                                    .should()
                                    .callMethod(Instant.class, "now")
                                    .orShould()
                                    .callMethod(LocalDate.class, "now")
                                    .orShould()
                                    .callMethod(YearMonth.class, "now")
                                    .orShould()
                                    .callMethod(UUID.class, "randomUUID")
                                    .orShould()
                                    .dependOnClassesThat()
                                    .areAssignableTo(Random.class)),
                    Map.entry(
                            "nobody reads the system clock",
                            noClasses()
                                    .should()
                                    .callMethod(Instant.class, "now")
                                    .orShould()
                                    .callMethod(LocalDate.class, "now")
                                    .orShould()
                                    .callMethod(System.class, "currentTimeMillis")),
                    Map.entry(
                            "only the outbox sends",
                            noClasses()
                                    .should()
                                    .dependOnClassesThat()
                                    .haveNameMatching(
                                            "org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.Emitter"
                                                    + "|org\\.apache\\.kafka\\.clients\\.producer\\..*")),
                    Map.entry(
                            "names say what a class does",
                            noClasses()
                                    .should()
                                    .haveNameMatching(
                                            ".*(Impl|Manager|Helper|Util|Utils|DTO|Facade|Service)")),
                    Map.entry(
                            "what is called an entity is one",
                            classes()
                                    .that()
                                    .haveSimpleNameEndingWith("Entity")
                                    .should()
                                    .beAnnotatedWith(Entity.class)),
                    Map.entry(
                            "what is called a resource is one",
                            classes()
                                    .that()
                                    .haveSimpleNameEndingWith("Resource")
                                    .should()
                                    .beAnnotatedWith(Path.class)),
                    Map.entry(
                            "what callers see is no entity",
                            noClasses()
                                    .that()
                                    .haveSimpleNameEndingWith("View")
                                    .should()
                                    .dependOnClassesThat()
                                    .haveSimpleNameEndingWith("Entity")),
                    Map.entry(
                            "numbers are whole",
                            noFields()
                                    .should()
                                    .haveRawType(double.class)
                                    .orShould()
                                    .haveRawType(float.class)),
                    Map.entry(
                            "features depend on each other one way",
                            slices().matching("id.pkh.meeting.(**)").should().beFreeOfCycles()));

    static Stream<String> rules() {
        return RULES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsTheRule(String rule) {
        RULES.get(rule).check(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aPlantedClassBreaksTheRule(String rule) {
        assertThat(RULES.get(rule).evaluate(PLANTED).hasViolation()).isTrue();
    }
}
