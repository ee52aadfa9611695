package id.pkh.testsupport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.pkh.testsupport.planted.ClockedHelper;
import id.pkh.testsupport.planted.NamedEntity;
import id.pkh.testsupport.planted.NamedResource;
import id.pkh.testsupport.planted.OpenResource;
import id.pkh.testsupport.planted.PublicEntity;
import id.pkh.testsupport.planted.SendingService;
import id.pkh.testsupport.planted.domain.ChancyRule;
import id.pkh.testsupport.planted.domain.ClockedRule;
import id.pkh.testsupport.planted.domain.EventRule;
import id.pkh.testsupport.planted.domain.FrameworkRule;
import id.pkh.testsupport.planted.domain.InjectedClockRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The rules of every service. */
final class CommonRules {

    private static final Set<String> CLOCK =
            Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC");

    static final List<Rule> ALL =
            List.of(
                    Rule.of("a domain knows only Java and domains", domainIsPure())
                            .brokenBy(FrameworkRule.class)
                            .brokenBy(EventRule.class),
                    Rule.of("a domain has neither clock nor chance", domainIsRepeatable())
                            .brokenBy(ClockedRule.class)
                            .brokenBy(InjectedClockRule.class)
                            .brokenBy(ChancyRule.class),
                    Rule.of("no class reads the system clock", noSystemClock())
                            .brokenBy(ClockedHelper.class),
                    Rule.of("only the outbox sends", onlyTheOutboxSends())
                            .brokenBy(SendingService.class),
                    Rule.of("names state what a class does", namesStateSomething())
                            .brokenBy(SendingService.class)
                            .brokenBy(ClockedHelper.class),
                    Rule.of("what is called an entity is one", entitiesAreEntities())
                            .brokenBy(NamedEntity.class),
                    Rule.of("what is called a resource is one", resourcesAreResources())
                            .brokenBy(NamedResource.class),
                    Rule.of("no endpoint answers with an entity", endpointsShowNoEntity())
                            .brokenBy(OpenResource.class, PublicEntity.class),
                    Rule.of(
                                    "every endpoint names its roles, or that it needs none",
                                    endpointsNameTheirRoles())
                            .brokenBy(OpenResource.class),
                    Rule.of("numbers are whole", numbersAreWhole()).brokenBy(ClockedHelper.class));

    private CommonRules() {}

    private static ArchRule domainIsPure() {
        return classes()
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
                        "id.pkh..domain..");
    }

    private static ArchRule domainIsRepeatable() {
        return noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .accessTargetWhere(describe("a clock or chance", CommonRules::isOfClockOrChance))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class);
    }

    private static boolean isOfClockOrChance(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitCallTarget target
                && (CLOCK.contains(target.getName()) || target.getName().startsWith("random"));
    }

    private static ArchRule noSystemClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    private static ArchRule onlyTheOutboxSends() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.Emitter|org\\.apache\\.kafka\\.clients\\.producer\\..*");
    }

    private static ArchRule namesStateSomething() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|DTO|Dto|Facade|Service)");
    }

    private static ArchRule entitiesAreEntities() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Entity")
                .should()
                .beAnnotatedWith(Entity.class);
    }

    private static ArchRule resourcesAreResources() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .beAnnotatedWith(Path.class);
    }

    private static ArchRule endpointsShowNoEntity() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .haveRawReturnType(
                        describe("an entity", type -> type.isAnnotatedWith(Entity.class)));
    }

    /** What another service offers is described by an interface in a package {@code client}. */
    private static ArchRule endpointsNameTheirRoles() {
        return methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..client..")
                .should(nameRoles());
    }

    private static ArchCondition<JavaMethod> nameRoles() {
        return new ArchCondition<>("name the roles that may call it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean named =
                        method.isAnnotatedWith(RolesAllowed.class)
                                || method.isAnnotatedWith(PermitAll.class)
                                || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                events.add(new SimpleConditionEvent(method, named, method.getFullName()));
            }
        };
    }

    private static ArchRule numbersAreWhole() {
        return noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);
    }
}
