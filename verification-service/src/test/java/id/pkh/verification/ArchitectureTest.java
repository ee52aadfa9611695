package id.pkh.verification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import id.pkh.verification.planted.domain.PlantedClock;
import id.pkh.verification.planted.domain.PlantedContract;
import id.pkh.verification.planted.domain.PlantedFramework;
import id.pkh.verification.planted.domain.PlantedRandom;
import id.pkh.verification.planted.messaging.PlantedPersistence;
import id.pkh.verification.planted.rest.PlantedService;
import id.pkh.verification.plantedfeature.PlantedFeature;
import id.pkh.verification.plantedother.PlantedOther;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule holds for the service, and each is shown to fail on a class planted for it. */
class ArchitectureTest {

    private static final String ROOT = "id.pkh.verification";

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    private static final ArchRule DOMAIN_KNOWS_JAVA_AND_ITSELF =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".(*).domain")
                    .should()
                    .dependOnClassesThat(resideOutsideOfPackages("java..", ROOT + ".(*).domain"));

    private static final ArchRule DOMAIN_KNOWS_NO_CONTRACT =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".(*).domain")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("id.pkh.contracts.."));

    private static final ArchRule DOMAIN_HAS_NO_CLOCK_AND_NO_DICE =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".(*).domain")
                    .should()
                    .accessTargetWhere(isClockOrDice());

    private static final ArchRule ONLY_PERSISTENCE_KNOWS_ENTITIES =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..persistence")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("jakarta.persistence..", "io.quarkus.hibernate.."));

    private static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES =
            classes()
                    .should()
                    .haveNameNotMatching(
                            ".*(Impl|Manager|Helper|Util|Utils|DTO|Dto|Facade|Service)");

    /** Of whole features, with all that is below them; the packages have a test of their own. */
    private static final ArchRule FEATURES_DEPEND_ONE_WAY =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    private static DescribedPredicate<JavaAccess<?>> isClockOrDice() {
        Set<String> banned =
                Set.of("now", "randomUUID", "currentTimeMillis", "nanoTime", "systemUTC", "random");
        return DescribedPredicate.describe(
                "read a clock or throw dice",
                access ->
                        (access.getTarget() instanceof CodeUnitCallTarget
                                        && banned.contains(access.getTarget().getName()))
                                || access.getTargetOwner().getName().equals("java.util.Random"));
    }

    @Test
    void the_domain_imports_java_and_itself_only() {
        DOMAIN_KNOWS_JAVA_AND_ITSELF.check(SERVICE);
        assertFails(DOMAIN_KNOWS_JAVA_AND_ITSELF, PlantedFramework.class);
    }

    @Test
    void the_domain_knows_no_contract() {
        DOMAIN_KNOWS_NO_CONTRACT.check(SERVICE);
        assertFails(DOMAIN_KNOWS_NO_CONTRACT, PlantedContract.class);
    }

    @Test
    void the_domain_has_no_clock_and_no_dice() {
        DOMAIN_HAS_NO_CLOCK_AND_NO_DICE.check(SERVICE);
        assertFails(DOMAIN_HAS_NO_CLOCK_AND_NO_DICE, PlantedClock.class);
        assertFails(DOMAIN_HAS_NO_CLOCK_AND_NO_DICE, PlantedRandom.class);
    }

    @Test
    void only_persistence_knows_entities() {
        ONLY_PERSISTENCE_KNOWS_ENTITIES.check(SERVICE);
        assertFails(ONLY_PERSISTENCE_KNOWS_ENTITIES, PlantedPersistence.class);
    }

    @Test
    void names_say_what_a_class_does() {
        NAMES_SAY_WHAT_A_CLASS_DOES.check(SERVICE);
        assertFails(NAMES_SAY_WHAT_A_CLASS_DOES, PlantedService.class);
    }

    @Test
    void features_depend_on_each_other_one_way() {
        FEATURES_DEPEND_ONE_WAY.check(SERVICE);
        assertFails(FEATURES_DEPEND_ONE_WAY, PlantedFeature.class, PlantedOther.class);
    }

    @Test
    void the_rules_look_at_something() {
        assertThat(SERVICE.stream().filter(c -> c.getPackageName().endsWith(".domain")))
                .hasSizeGreaterThan(30);
    }

    private static void assertFails(ArchRule rule, Class<?>... planted) {
        JavaClasses withViolation = new ClassFileImporter().importClasses(planted);
        assertThatCode(() -> rule.check(withViolation))
                .as("%s finds %s", rule.getDescription(), planted[0].getSimpleName())
                .isInstanceOf(AssertionError.class);
    }
}
