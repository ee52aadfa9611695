package id.pkh.launcher.compose;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.launcher.compose.ComposeEnvironment.Issuer;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeEnvironmentTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?");
    private static final Pattern IMAGE = Pattern.compile("\\s+image: (\\S+)");

    @TempDir Path root;

    @ParameterizedTest
    @EnumSource(Issuer.class)
    void whatTheComposeFileAsksForIsWritten(Issuer issuer) throws IOException {
        environment(issuer).write();

        Set<String> asked = matches(REQUIRED, composeFile());
        assertThat(asked).contains("POSTGRES_PASSWORD", "REGISTRY_KEYSET");
        assertThat(Files.readAllLines(root.resolve(".env")))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsAll(asked);
    }

    @Test
    void theLocalIssuersKeyIsPublished() {
        environment(Issuer.LOCAL).write();

        assertThat(root.resolve(".pkh/compose/issuer.json")).content().contains("\"kty\":\"RSA\"");
        assertThat(root.resolve(".env"))
                .content()
                .contains("TOKEN_KEYS_FILE=./.pkh/compose/issuer.json")
                .contains("LOCAL_ISSUER_ALLOWED=true")
                .doesNotContain("COMPOSE_PROFILES");
    }

    @Test
    void withTlsAnotherFileIsAddedAndGetsTheCertificatesThatItMounts() throws IOException {
        Path script = scriptThatWritesItsArguments();

        new ComposeEnvironment(new Checkout(root), Issuer.LOCAL, true).write();

        assertThat(root.resolve(".env"))
                .content()
                .contains("COMPOSE_FILE=docker-compose.yml:deploy/tls/docker-compose.tls.yml\n")
                .doesNotContain("CONSOLE_COOKIE");
        String added = Files.readString(CHECKOUT.resolve("deploy/tls/docker-compose.tls.yml"));
        assertThat(Files.readAllLines(root.resolve(".env")))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsAll(matches(REQUIRED, added));
        List<String> made = Files.readAllLines(script.resolveSibling("arguments"));
        assertThat(made).first().isEqualTo(root.resolve(".pkh/tls").toString());
        assertThat(made.subList(1, made.size()))
                .hasSameElementsAs(
                        matches(Pattern.compile("- \\./\\.pkh/tls/(\\S+):/tls:ro"), added));
    }

    @Test
    void theDemoSeesWhetherTlsIsOn() throws IOException {
        scriptThatWritesItsArguments();
        Checkout checkout = new Checkout(root);
        assertThat(ComposeEnvironment.isEncrypted(checkout)).isFalse();

        new ComposeEnvironment(checkout, Issuer.LOCAL, true).write();
        assertThat(ComposeEnvironment.isEncrypted(checkout)).isTrue();
        assertThat(root.resolve(".env"))
                .content()
                .contains(
                        "OBSERVER_KAFKA_PASSWORD="
                                + ComposeEnvironment.observerSignIn(checkout)
                                        .replaceAll(".* password=\"(.*)\";", "$1"));

        environment(Issuer.LOCAL).write();
        assertThat(ComposeEnvironment.isEncrypted(checkout)).isFalse();
    }

    @Test
    void keycloakIsStartedAndBelievedAlone() throws IOException {
        environment(Issuer.KEYCLOAK).write();

        assertThat(root.resolve(".env"))
                .content()
                .contains(
                        "COMPOSE_PROFILES=keycloak\n",
                        "TOKEN_ISSUER=http://localhost:8085/realms/pkh\n",
                        "TOKEN_KEYS=http://keycloak:8085/realms/pkh/",
                        "CONSOLE_SIGN_IN=true\n")
                .doesNotContain("TOKEN_KEYS_FILE", "LOCAL_ISSUER_ALLOWED");
        assertThat(root.resolve(".pkh/compose/issuer.json")).doesNotExist();
        assertThat(composeFile())
                .contains("profiles: [\"keycloak\"]", "KC_HTTP_PORT: 8085", "127.0.0.1:8085:8085");
    }

    @Test
    void keycloakIsOfTheVersionThatIsTested() throws IOException {
        Matcher tested =
                Pattern.compile("<keycloak.version>([^<]+)<")
                        .matcher(Files.readString(CHECKOUT.resolve("pom.xml")));

        assertThat(tested.find()).isTrue();
        assertThat(composeFile())
                .contains("${KEYCLOAK_IMAGE:-quay.io/keycloak/keycloak:" + tested.group(1) + "}");
    }

    @Test
    void whatTheRealmLeavesOpenIsGivenToKeycloak() throws IOException {
        Set<String> open =
                Pattern.compile("\\$\\{([A-Z_]+)}")
                        .matcher(
                                Files.readString(
                                        CHECKOUT.resolve("deploy/keycloak/pkh-realm.json")))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        String service = composeFile().substring(composeFile().indexOf("\n  keycloak:"));

        assertThat(open).contains("CONSOLE_CLIENT_SECRET", "CONSOLE_ADDRESS");
        assertThat(open)
                .allMatch(name -> service.contains("\n      " + name + ": ${" + name + ":"));
    }

    /** Compose v2 refuses a service that depends on a service whose profile is off. */
    @Test
    void nobodyWaitsForKeycloak() throws IOException {
        assertThat(composeFile()).doesNotContain("\n      keycloak:\n        condition");
    }

    @Test
    void everyDatabaseIsMadeWithAPasswordThatIsGiven() throws IOException {
        List<String> passwords =
                Pattern.compile("(?m)^create [a-z]+ \"\\$([A-Z_]+)\"$")
                        .matcher(Files.readString(CHECKOUT.resolve("deploy/postgres/databases.sh")))
                        .results()
                        .map(match -> match.group(1))
                        .toList();

        assertThat(passwords).contains("KEYCLOAK_PASSWORD").hasSize(5);
        String file = composeFile();
        String postgres =
                file.substring(file.indexOf("\n  postgres:\n"), file.indexOf("\n  kafka:\n"));
        assertThat(passwords).allMatch(name -> postgres.contains(name + ": ${" + name + ":?"));
    }

    @Test
    void theFileIsForItsOwnerAndStaysTheSame() throws IOException {
        ComposeEnvironment environment = environment(Issuer.LOCAL);
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
                    .contains(
                            "\nEXPOSE %d %d\n".formatted(service.port(), service.managementPort()))
                    .contains(" QUARKUS_LOG_CONSOLE_JSON_ENABLED=true ")
                    .contains(ServiceProcess.JVM_FLAGS);
            // the services mask numbers everywhere, not only in an image
            assertThat(dockerfile).doesNotContain("QUARKUS_LOG_CONSOLE_FILTER");
            assertThat(composeFile()).contains("context: ./" + module.getFileName());
        }
    }

    @Test
    void healthAndMetricsAreOnPortsThatAreNotPublished() throws IOException {
        String scraped = Files.readString(CHECKOUT.resolve("deploy/monitoring/prometheus.yml"));
        for (var service : new Checkout(CHECKOUT).services()) {
            Path module = service.directory().getParent();
            int port = service.managementPort();
            assertThat(Files.readString(module.resolve("Dockerfile")))
                    .contains("QUARKUS_MANAGEMENT_HOST=0.0.0.0 QUARKUS_MANAGEMENT_PORT=" + port)
                    .contains("http://localhost:" + port + "/q/health/ready\n");
            assertThat(scraped).contains("\"" + module.getFileName() + ":" + port + "\"");
            assertThat(composeFile()).doesNotContain(":" + port + "\"");
        }
    }

    @Test
    void numbersAreMaskedInTheLogOfEveryServiceAndOfTheConsole() throws IOException {
        Path defaults =
                Path.of("platform/edge/src/main/resources/META-INF/microprofile-config.properties");
        assertThat(Files.readString(CHECKOUT.resolve(defaults)))
                .contains("\nquarkus.log.console.filter=numbers-masked\n")
                .contains("\nquarkus.log.file.filter=numbers-masked\n");
    }

    /** In place of the one that makes certificates, which needs openssl. */
    private Path scriptThatWritesItsArguments() throws IOException {
        Path script = root.resolve("deploy/tls/make-local-ca.sh");
        Files.createDirectories(script.getParent());
        Files.writeString(
                script, "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$(dirname \"$0\")/arguments\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ComposeEnvironment environment(Issuer issuer) {
        return new ComposeEnvironment(new Checkout(root), issuer, false);
    }

    private static String composeFile() throws IOException {
        return Files.readString(CHECKOUT.resolve("docker-compose.yml"));
    }
}
