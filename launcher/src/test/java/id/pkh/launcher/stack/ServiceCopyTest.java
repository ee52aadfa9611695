package id.pkh.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCopyTest {

    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir Path folder;

    @Test
    void aBuildThatReplacesTheFilesLeavesTheCopyAsItWas() throws IOException {
        Path target = folder.resolve("meeting-service/target");
        write(target, "first");

        ServiceSpec copy =
                ServiceCopy.of(
                        ServiceSpec.packaged("meeting", 8082, target.getParent()),
                        folder.resolve("run/meeting"));
        write(target, "second");
        Files.delete(target.resolve("lib/library.jar"));

        assertThat(copy.directory()).isEqualTo(folder.resolve("run/meeting"));
        assertThat(copy.jar()).hasContent("first meeting-service-runner.jar");
        assertThat(copy.directory().resolve("lib/library.jar")).hasContent("first lib/library.jar");
        assertThat(copy.directory().resolve("app-cds.jsa")).hasContent("first app-cds.jsa");
        assertThat(copy.directory().resolve("classes")).doesNotExist();
    }

    /** The class archive is valid only for jars with the times that it names. */
    @Test
    void theTimesOfTheFilesStay() throws IOException {
        Path target = folder.resolve("meeting-service/target");
        write(target, "first");

        ServiceSpec copy =
                ServiceCopy.of(
                        ServiceSpec.packaged("meeting", 8082, target.getParent()),
                        folder.resolve("run/meeting"));

        assertThat(Files.getLastModifiedTime(copy.jar())).isEqualTo(BUILT);
        assertThat(Files.getLastModifiedTime(copy.directory().resolve("lib/library.jar")))
                .isEqualTo(BUILT);
    }

    @Test
    void whatIsNotPackagedIsNotCopied() {
        ServiceSpec onClassPath = FakeService.named("registry", 8081);

        assertThat(ServiceCopy.of(onClassPath, folder.resolve("run"))).isSameAs(onClassPath);
    }

    private static void write(Path target, String content) throws IOException {
        Files.createDirectories(target.resolve("lib"));
        Files.createDirectories(target.resolve("classes"));
        for (String name :
                new String[] {"meeting-service-runner.jar", "lib/library.jar", "app-cds.jsa"}) {
            Path file = target.resolve(name);
            Files.writeString(file, content + " " + name);
            Files.setLastModifiedTime(file, BUILT);
        }
    }
}
