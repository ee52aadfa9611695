package id.pkh.testsupport;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No package of a module depends on itself by way of others. Each module has a test that extends
 * this one and names the module's root package. Every package is a part of its own, the root
 * package too.
 */
public abstract class PackageCyclesContract {

    private final String root;
    private final ArchRule rule;

    protected PackageCyclesContract(String root) {
        this.root = root;
        this.rule =
                slices().assignedFrom(new EachPackage(root))
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true);
    }

    @Test
    void packagesDependOnEachOtherOneWay() {
        rule.check(module());
    }

    @Test
    void theClassesOfTheModuleAreFound() {
        assertThat(module()).isNotEmpty();
    }

    /** Two packages below the root that import each other, compiled for this test alone. */
    @Test
    void aPlantedCycleBreaksTheRule(@TempDir Path directory) throws IOException {
        String below = root + ".planted.below";
        String above = root + ".planted.above";
        Path classes = Files.createDirectory(directory.resolve("classes"));
        compile(
                classes,
                write(directory, "Below", below, above + ".Above"),
                write(directory, "Above", above, below + ".Below"));

        JavaClasses planted = new ClassFileImporter().importPath(classes);

        assertThat(planted).hasSize(2);
        assertThat(rule.evaluate(planted).hasViolation()).isTrue();
    }

    /** The root package and a package below it are two parts. */
    @Test
    void aPlantedCycleThroughTheRootBreaksTheRule(@TempDir Path directory) throws IOException {
        String below = root + ".planted";
        Path classes = Files.createDirectory(directory.resolve("classes"));
        compile(
                classes,
                write(directory, "Below", below, root + ".Above"),
                write(directory, "Above", root, below + ".Below"));

        JavaClasses planted = new ClassFileImporter().importPath(classes);

        assertThat(rule.evaluate(planted).hasViolation()).isTrue();
    }

    private JavaClasses module() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    private static Path write(Path directory, String name, String ownPackage, String other)
            throws IOException {
        Path file = directory.resolve(name + ".java");
        Files.writeString(
                file,
                "package "
                        + ownPackage
                        + "; public class "
                        + name
                        + " { public "
                        + other
                        + " other; }");
        return file;
    }

    private static void compile(Path into, Path... sources) {
        Stream<String> options = Stream.of("-proc:none", "-d", into.toString());
        List<String> arguments =
                Stream.concat(options, Stream.of(sources).map(Path::toString)).toList();
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).isZero();
    }

    private record EachPackage(String root) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getPackageName();
            return name.equals(root) || name.startsWith(root + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package of " + root;
        }
    }
}
