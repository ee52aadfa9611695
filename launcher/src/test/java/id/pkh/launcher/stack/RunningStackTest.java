package id.pkh.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.PidFile;
import id.pkh.localstack.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {

    @TempDir static Path home;
    private static StackPlan plan;
    private static Stack stack;

    @BeforeAll
    static void start() {
        List<ServiceSpec> services =
                List.of(
                        FakeService.named("registry", 0),
                        FakeService.named("meeting", 0),
                        FakeService.named("verification", 0),
                        FakeService.named("console", 0).watchingTheOthers());
        plan = StackPlan.fresh(home, services).forTests().without(List.of("verification"));
        stack = Stack.start(plan, StackProgress.SILENT);
    }

    @AfterAll
    static void nothingIsLeftAfterwards() {
        stack.close();
        assertThat(PidFile.in(plan.pids())).isEmpty();
        assertThat(plan.ports().values()).allMatch(Ports::isFree);
        assertThat(StackHome.launcher(home)).isEmpty();
        assertThat(home.resolve("dev")).doesNotExist();
    }

    @Test
    void everyPartIsReady() {
        assertThat(stack.services()).allMatch(ServiceProcess::isReady);
        assertThat(PidFile.in(plan.pids()))
                .extracting(PidFile::name)
                .containsExactlyInAnyOrder("kafka", "postgres", "registry", "meeting", "console");
        assertThat(StackHome.servicePorts(home))
                .containsEntry("meeting", stack.service("meeting").address().getPort());
        assertThat(StackHome.managementPorts(home))
                .containsEntry("meeting", stack.service("meeting").managementAddress().getPort())
                .hasSize(4); // also of the one that is left out
        assertThat(StackHome.ports(home).orElseThrow())
                .containsOnlyKeys("kafka", "postgres", "issuer");
    }

    @Test
    void aServiceIsToldWhereEverythingIs() throws Exception {
        assertThat(get(stack.service("registry").address().resolve("/environment")))
                .contains(
                        "QUARKUS_DATASOURCE_JDBC_URL=" + stack.postgres().jdbcUrl("registry"),
                        "KAFKA_BOOTSTRAP_SERVERS=" + stack.kafka().bootstrapServers(),
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION=" + stack.issuer().address() + "/jwks",
                        "PKH_SECURITY_NIK_TOKEN_KEY_BASE64=",
                        "PKH_SECURITY_FIELD_CIPHER_KEYSET_BASE64=");
        assertThat(get(URI.create(stack.issuer().address() + "/jwks"))).contains("\"RS256\"");
    }

    @Test
    void whoWatchesTheOthersIsToldWhereTheyAreAndHasNeitherDatabaseNorKeys() throws Exception {
        assertThat(get(stack.service("console").address().resolve("/environment")))
                .contains(
                        "PKH_CONSOLE_SERVICES_REGISTRY=" + stack.service("registry").address(),
                        "PKH_CONSOLE_SERVICES_MEETING=" + stack.service("meeting").address(),
                        "PKH_CONSOLE_MANAGEMENT_MEETING="
                                + stack.service("meeting").managementAddress(),
                        "KAFKA_BOOTSTRAP_SERVERS=" + stack.kafka().bootstrapServers(),
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION=" + stack.issuer().address() + "/jwks")
                .doesNotContain("QUARKUS_DATASOURCE", "PKH_SECURITY", "SERVICES_CONSOLE");
    }

    @Test
    void aServiceThatIsLeftOutHasItsSettingsInAFileAndItsPlaceInTheRest() throws Exception {
        assertThat(stack.services())
                .extracting(ServiceProcess::name)
                .doesNotContain("verification");
        assertThat(get(stack.service("console").address().resolve("/environment")))
                .contains("PKH_CONSOLE_SERVICES_VERIFICATION=http://localhost:");

        DevSettings settings = stack.devSettings().get(0);
        assertThat(settings.file()).isEqualTo(home.resolve("dev/verification.properties"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.file())))
                .isEqualTo("rw-------");
        Properties written = new Properties();
        try (InputStream in = Files.newInputStream(settings.file())) {
            written.load(in);
        }
        try (Connection connection =
                DriverManager.getConnection(
                        written.getProperty("quarkus.datasource.jdbc.url"),
                        written.getProperty("quarkus.datasource.username"),
                        written.getProperty("quarkus.datasource.password"))) {
            assertThat(connection.getCatalog()).isEqualTo("verification");
        }
        assertThat(settings.shown())
                .contains(
                        "kafka.bootstrap.servers=" + stack.kafka().bootstrapServers(),
                        "quarkus.datasource.password=…",
                        "pkh.security.nik-token.key.base64=…")
                .noneMatch(line -> line.contains(stack.keys().nikTokenKey()));
    }

    @Test
    void noSecretIsOnACommandLine() {
        String password = stack.postgres().password("registry");
        String key = stack.keys().nikTokenKey();

        assertThat(ProcessHandle.allProcesses())
                .allSatisfy(
                        process ->
                                assertThat(process.info().commandLine().orElse(""))
                                        .doesNotContain(password, key));
    }

    @Test
    void aServiceCanDieAndComeBack() {
        ServiceProcess registry = stack.service("registry");
        long pid = registry.pid();

        registry.kill();

        assertThat(stack.broken().orElseThrow()).contains("registry has ended", "listening on");
        registry.restart();
        assertThat(registry.pid()).isNotEqualTo(pid);
        assertThat(registry.isReady()).isTrue();
        assertThat(stack.broken()).isEmpty();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
