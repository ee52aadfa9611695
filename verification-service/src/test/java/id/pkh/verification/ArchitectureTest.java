package id.pkh.verification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import id.pkh.testsupport.architecture.ArchitectureContract;
import id.pkh.testsupport.architecture.Rule;
import id.pkh.verification.planted.domain.PlantedDomain;
import id.pkh.verification.planted.messaging.PlantedPersistence;
import id.pkh.verification.plantedfeature.PlantedFeature;
import id.pkh.verification.plantedother.PlantedOther;
import java.util.List;

class ArchitectureTest extends ArchitectureContract {

    private static final String ROOT = "id.pkh.verification";

    private static final ArchRule DOMAIN_LIES_BELOW_ITS_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".(*).domain")
                    .should()
                    .dependOnClassesThat(resideOutsideOfPackages("java..", ROOT + ".(*).domain"));

    private static final ArchRule ONLY_PERSISTENCE_KNOWS_ENTITIES =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..persistence")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("jakarta.persistence..", "io.quarkus.hibernate.."));

    /** Of whole features, with all that is below them; the packages have a test of their own. */
    private static final ArchRule FEATURES_DEPEND_ONE_WAY =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    ArchitectureTest() {
        super(ROOT);
    }

    @Override
    protected List<Rule> ownRules() {
        return List.of(
                Rule.of("a domain knows the domains of features", DOMAIN_LIES_BELOW_ITS_FEATURE)
                        .brokenBy(PlantedDomain.class),
                Rule.of("only persistence knows entities", ONLY_PERSISTENCE_KNOWS_ENTITIES)
                        .brokenBy(PlantedPersistence.class),
                Rule.of("features depend on each other one way", FEATURES_DEPEND_ONE_WAY)
                        .brokenBy(PlantedFeature.class, PlantedOther.class));
    }

    @Override
    protected int domainClassesAtLeast() {
        return 31;
    }
}
