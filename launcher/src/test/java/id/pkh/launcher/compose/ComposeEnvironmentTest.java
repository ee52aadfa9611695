package id.pkh.launcher.compose;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.launcher.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeEnvironmentTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?");
    private static final Pattern IMAGE = Pattern.compile("\\s+image: (\\S+)");

    @TempDir Path root;

    @Test
    void whatTheComposeFileAsksForIsWritten() throws IOException {
        new ComposeEnvironment(new Checkout(root)).write();

        Set<String> asked =
                REQUIRED.matcher(composeFile())
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).contains("POSTGRES_PASSWORD", "REGISTRY_KEYSET");
        assertThat(Files.readAllLines(root.resolve(".env")))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsAll(asked);
        assertThat(root.resolve(".pkh/compose/issuer.json")).content().contains("\"kty\":\"RSA\"");
    }

    @Test
    void theFileIsForItsOwnerAndStaysTheSame() throws IOException {
        ComposeEnvironment environment = new ComposeEnvironment(new Checkout(root));
        environment.write();
        String first = Files.readString(root.resolve(".env"));
        environment.write();

        assertThat(root.resolve(".env")).hasContent(first);
        assertThat(Files.getPosixFilePermissions(root.resolve(".env")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void everyImageHasANameThatCanBeReplaced() throws IOException {
        assertThat(IMAGE.matcher(composeFile()).results().map(match -> match.group(1)))
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(image -> image.startsWith("${"));
    }

    @Test
    void everyServiceRunsWithoutRights() throws IOException {
        for (var service : new Checkout(CHECKOUT).services()) {
            Path module = service.directory().getParent();
            String dockerfile = Files.readString(module.resolve("Dockerfile"));
            assertThat(dockerfile)
                    .contains("\nUSER 10001:10001\n", module.getFileName() + "-runner.jar")
                    .contains("\nEXPOSE " + service.port() + "\n")
                    .contains(" QUARKUS_LOG_CONSOLE_JSON_ENABLED=true ");
            assertThat(composeFile()).contains("context: ./" + module.getFileName());
        }
    }

    private static String composeFile() throws IOException {
        return Files.readString(CHECKOUT.resolve("docker-compose.yml"));
    }
}
