package id.pkh.testsupport.architecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule of architecture and the classes that were planted to break it.
 *
 * @param planted sets of classes, each of which breaks the rule by itself
 */
public record Rule(String name, ArchRule rule, List<List<Class<?>>> planted) {

    public static Rule of(String name, ArchRule rule) {
        return new Rule(name, rule.allowEmptyShould(false), List.of());
    }

    /** Classes that break the rule together. */
    public Rule brokenBy(Class<?>... classes) {
        return new Rule(
                name,
                rule,
                Stream.concat(planted.stream(), Stream.of(Arrays.asList(classes))).toList());
    }

    boolean isBrokenBy(List<Class<?>> classes) {
        return rule.evaluate(new ClassFileImporter().importClasses(classes)).hasViolation();
    }

    @Override
    public String toString() {
        return name;
    }
}
