package id.pkh.registry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import id.pkh.registry.planted.LooksIntoImports;
import id.pkh.registry.planted.OwnStatements;
import id.pkh.testsupport.architecture.ArchitectureContract;
import id.pkh.testsupport.architecture.Rule;
import id.pkh.testsupport.planted.PublicEntity;
import jakarta.persistence.Entity;
import java.util.List;

class ArchitectureTest extends ArchitectureContract {

    private static final ArchRule ENTITIES_STAY_IN_THEIR_PACKAGE =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    private static final ArchRule NOBODY_NEEDS_THE_IMPORTS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..imports..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("id.pkh.registry.imports.."));

    /** A mapper may read a result set; only the platform may use connections and statements. */
    private static final ArchRule SQL_GOES_THROUGH_THE_PLATFORM =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..")
                                    .and(
                                            DescribedPredicate.not(
                                                    nameMatching(
                                                            "java\\.sql\\.(ResultSet|SQLException)"))));

    ArchitectureTest() {
        super("id.pkh.registry");
    }

    @Override
    protected List<Rule> ownRules() {
        return List.of(
                Rule.of("an entity stays in its package", ENTITIES_STAY_IN_THEIR_PACKAGE)
                        .brokenBy(PublicEntity.class),
                Rule.of("no feature needs the imports", NOBODY_NEEDS_THE_IMPORTS)
                        .brokenBy(LooksIntoImports.class),
                Rule.of("SQL goes through the platform", SQL_GOES_THROUGH_THE_PLATFORM)
                        .brokenBy(OwnStatements.class));
    }

    @Override
    protected int domainClassesAtLeast() {
        return 15;
    }
}
