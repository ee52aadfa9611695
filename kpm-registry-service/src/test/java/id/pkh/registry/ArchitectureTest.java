package id.pkh.registry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.pkh.registry.planted.OpenResource;
import id.pkh.registry.planted.OwnStatements;
import id.pkh.registry.planted.PublicEntity;
import id.pkh.registry.planted.SendingService;
import id.pkh.registry.planted.domain.AsksTheClock;
import id.pkh.registry.planted.domain.KnowsTheFramework;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house, each with a class planted to break it, so that no rule is empty. */
class ArchitectureTest {

    private static final String BANNED_NAMES =
            ".*(Impl|Manager|Helper|Util|Utils|DTO|Dto|Facade|Service)$";

    static final ArchRule DOMAIN_KNOWS_JAVA_AND_ITSELF =
            classes()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage("java..", "id.pkh.registry..domain.."));

    static final ArchRule DOMAIN_ASKS_NO_CLOCK_AND_NO_DICE =
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .callMethodWhere(
                            are(
                                    DescribedPredicate.describe(
                                            "now() or random",
                                            call ->
                                                    call.getTarget().getName().equals("now")
                                                            || call.getTarget()
                                                                    .getName()
                                                                    .startsWith("random"))));

    static final ArchRule ENTITIES_STAY_IN_THEIR_PACKAGE =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    static final ArchRule ENTITIES_ARE_NOT_SHOWN =
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .haveRawReturnType(
                            DescribedPredicate.describe(
                                    "an entity", type -> type.isAnnotatedWith(Entity.class)));

    static final ArchRule ENDPOINTS_NAME_THEIR_ROLES =
            methods()
                    .that()
                    .areAnnotatedWith(GET.class)
                    .or()
                    .areAnnotatedWith(POST.class)
                    .should(nameRoles());

    static final ArchRule ONLY_THE_OUTBOX_SENDS =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("org.apache.kafka.clients.producer..")
                                    .or(nameMatching(".*\\.Emitter")));

    /** A mapper written by hand reads a result; connections and statements are the platform's. */
    static final ArchRule SQL_GOES_THROUGH_THE_PLATFORM =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..")
                                    .and(
                                            DescribedPredicate.not(
                                                    nameMatching(
                                                            "java\\.sql\\.(ResultSet|SQLException)"))));

    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
            noClasses().should().haveNameMatching(BANNED_NAMES);

    static final ArchRule NOBODY_NEEDS_THE_IMPORTS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..imports..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("id.pkh.registry.imports.."));

    private static ArchCondition<JavaMethod> nameRoles() {
        return new ArchCondition<>("name the roles that may call it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean named =
                        method.isAnnotatedWith(RolesAllowed.class)
                                || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                events.add(new SimpleConditionEvent(method, named, method.getFullName()));
            }
        };
    }

    static Stream<Arguments> rulesAndWhatBreaksThem() {
        return Stream.of(
                Arguments.of(DOMAIN_KNOWS_JAVA_AND_ITSELF, KnowsTheFramework.class),
                Arguments.of(DOMAIN_ASKS_NO_CLOCK_AND_NO_DICE, AsksTheClock.class),
                Arguments.of(ENTITIES_STAY_IN_THEIR_PACKAGE, PublicEntity.class),
                Arguments.of(ENTITIES_ARE_NOT_SHOWN, OpenResource.class),
                Arguments.of(ENDPOINTS_NAME_THEIR_ROLES, OpenResource.class),
                Arguments.of(ONLY_THE_OUTBOX_SENDS, SendingService.class),
                Arguments.of(SQL_GOES_THROUGH_THE_PLATFORM, OwnStatements.class),
                Arguments.of(NAMES_SAY_WHAT_THINGS_ARE, SendingService.class),
                Arguments.of(
                        NOBODY_NEEDS_THE_IMPORTS, id.pkh.registry.planted.LooksIntoImports.class));
    }

    @ParameterizedTest
    @MethodSource("rulesAndWhatBreaksThem")
    void theServiceKeepsTheRule(ArchRule rule, Class<?> planted) {
        JavaClasses service =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("id.pkh.registry");
        rule.check(service);
    }

    @ParameterizedTest
    @MethodSource("rulesAndWhatBreaksThem")
    void thePlantedClassBreaksTheRule(ArchRule rule, Class<?> planted) {
        JavaClasses violation = new ClassFileImporter().importClasses(planted, PublicEntity.class);
        assertThat(rule.allowEmptyShould(false).evaluate(violation).hasViolation()).isTrue();
    }

    @Test
    void theServiceHasDomainEntityAndEndpointClassesToCheck() {
        JavaClasses service =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("id.pkh.registry");
        assertThat(service.stream().filter(type -> type.isAnnotatedWith(Entity.class)))
                .isNotEmpty();
        assertThat(service.stream().filter(type -> type.isAnnotatedWith(Path.class))).isNotEmpty();
        assertThat(service.stream().map(JavaClass::getPackageName))
                .anyMatch(name -> name.endsWith(".domain"));
    }
}
