package id.pkh.testsupport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules that every service keeps. Each service has a test that extends this one and adds the
 * rules that are its own. Every rule is proved by classes that are planted to break it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureContract {

    private final JavaClasses service;

    protected ArchitectureContract(String root) {
        this.service =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(root);
    }

    /** Rules of this service alone. */
    protected List<Rule> ownRules() {
        return List.of();
    }

    /** How many classes of domain packages the service has at least. */
    protected abstract int domainClassesAtLeast();

    protected Stream<Rule> rules() {
        return Stream.concat(CommonRules.ALL.stream(), ownRules().stream());
    }

    @ParameterizedTest
    @MethodSource("rules")
    protected void theServiceKeepsTheRule(Rule rule) {
        rule.rule().check(service);
    }

    @ParameterizedTest
    @MethodSource("rules")
    protected void plantedClassesBreakTheRule(Rule rule) {
        assertThat(rule.planted()).isNotEmpty().allMatch(rule::isBrokenBy);
    }

    @Test
    void theServiceHasClassesToCheck() {
        assertThat(service.stream().map(JavaClass::getPackageName))
                .filteredOn(name -> name.endsWith(".domain"))
                .as("classes of domains")
                .hasSizeGreaterThanOrEqualTo(domainClassesAtLeast());
        assertThat(service.stream().filter(type -> type.isAnnotatedWith(Entity.class)))
                .isNotEmpty();
        assertThat(service.stream().filter(type -> type.isAnnotatedWith(Path.class))).isNotEmpty();
    }
}
