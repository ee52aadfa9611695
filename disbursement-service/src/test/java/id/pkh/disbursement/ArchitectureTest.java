package id.pkh.disbursement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the service. Each rule is shown to bite: a class that breaks it is planted. */
class ArchitectureTest {

    private static final String ROOT = "id.pkh.disbursement";
    private static final String PLANTED = ROOT + ".planted";

    private static final ArchRule DOMAIN_IS_PURE =
            classes()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java.lang..",
                            "java.util..",
                            "java.time..",
                            "java.nio..",
                            "java.security..",
                            "java.math..",
                            ROOT + "..domain..");

    private static final ArchRule DOMAIN_HAS_NO_CLOCK_AND_NO_CHANCE =
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Random.class)
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID");

    private static final ArchRule WEB_STAYS_IN_REST =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..rest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "org.eclipse.microprofile.openapi..");

    private static final ArchRule CONTRACTS_STAY_IN_MESSAGING =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..messaging..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "id.pkh.contracts..",
                            "org.apache.kafka..",
                            "org.eclipse.microprofile.reactive..",
                            "io.smallrye.reactive..");

    private static final ArchRule ROWS_STAY_IN_PERSISTENCE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..persistence..", "..jdbc..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..",
                            "org.hibernate..",
                            "java.sql..",
                            "org.jdbi..",
                            "io.quarkus.hibernate..");

    private static final ArchRule USE_CASES_DO_NOT_KNOW_ADAPTERS =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            ROOT,
                            ROOT + ".config",
                            ROOT + ".cycle",
                            ROOT + ".calculation",
                            ROOT + ".intake",
                            ROOT + ".payment",
                            ROOT + ".sanction",
                            ROOT + ".kpm",
                            ROOT + ".entitlement",
                            ROOT + ".bank",
                            ROOT + ".batch",
                            ROOT + ".money",
                            ROOT + ".exceptions",
                            ROOT + ".report",
                            "..domain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "..persistence..", "..rest..", ROOT + "..messaging..");

    private static final ArchRule NAMES_SAY_SOMETHING =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("DTO")
                    .orShould()
                    .haveSimpleNameEndingWith("Facade")
                    .orShould()
                    .haveSimpleNameEndingWith("Service");

    private static final Map<String, ArchRule> RULES =
            Map.of(
                    "PurityBroken", DOMAIN_IS_PURE,
                    "ClockInDomain", DOMAIN_HAS_NO_CLOCK_AND_NO_CHANCE,
                    "ChanceInDomain", DOMAIN_HAS_NO_CLOCK_AND_NO_CHANCE,
                    "WebOutsideRest", WEB_STAYS_IN_REST,
                    "ContractOutsideMessaging", CONTRACTS_STAY_IN_MESSAGING,
                    "SqlOutsidePersistence", ROWS_STAY_IN_PERSISTENCE,
                    "DomainKnowsRest", USE_CASES_DO_NOT_KNOW_ADAPTERS,
                    "PaymentManager", NAMES_SAY_SOMETHING);

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    static Stream<Arguments> rules() {
        return RULES.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theServiceKeepsTheRule(String planted, ArchRule rule) {
        rule.check(SERVICE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theRuleSeesAPlantedViolation(String planted, ArchRule rule) {
        JavaClasses violation =
                new ClassFileImporter()
                        .importPackages(PLANTED)
                        .that(
                                com.tngtech.archunit.base.DescribedPredicate.describe(
                                        planted, c -> c.getSimpleName().equals(planted)));

        assertThat(violation).hasSize(1);
        assertThat(rule.evaluate(violation).hasViolation()).isTrue();
    }

    @Test
    void theDomainIsThere() {
        assertThat(SERVICE.stream().filter(c -> c.getPackageName().endsWith(".domain")))
                .hasSizeGreaterThan(20);
    }
}
