package id.pkh.district.recount;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import id.pkh.district.manifest.Manifest;
import org.junit.jupiter.api.Test;

/** A check that uses the code it checks would repeat its mistakes. */
class IndependenceTest {

    private static final ArchRule READS_FILES_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage(Recount.class.getPackageName())
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("id.pkh..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            Recount.class.getPackageName(),
                                                            Manifest.class.getPackageName()))));

    /** Depends on the story, as no class of the recount may. */
    private static final class Planted {
        private id.pkh.district.story.StoryConfig story;
    }

    @Test
    void theRecountKnowsNothingOfThisProjectButTheManifest() {
        READS_FILES_ONLY.check(
                new ClassFileImporter()
                        .withImportOption(location -> !location.contains("/test-classes/"))
                        .importPackagesOf(Recount.class));
    }

    @Test
    void aClassThatUsesTheStoryBreaksTheRule() {
        assertThat(
                        READS_FILES_ONLY
                                .evaluate(new ClassFileImporter().importClasses(Planted.class))
                                .hasViolation())
                .isTrue();
    }
}
