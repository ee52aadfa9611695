package id.pkh.systemtests;

import id.pkh.localstack.ChildProcess;
import id.pkh.localstack.LogTail;
import id.pkh.localstack.Ports;
import id.pkh.localstack.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Keycloak from its published archive, with the realm of the checkout and a database of files.
 */
final class KeycloakServer implements AutoCloseable {

    static final String REALM = "pkh";

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private static final Duration READY_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final ChildProcess process;

    private KeycloakServer(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder for its log
     * @param variables what the realm file leaves open, and the first administrator
     */
    static KeycloakServer start(Path folder, int port, Map<String, String> variables)
            throws IOException {
        Path home = home();
        Path log = folder.resolve("keycloak.log");
        build(home, log);
        emptyDatabase(home);
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                Tree.ROOT.resolve("deploy/keycloak/pkh-realm.json"),
                imports.resolve("pkh-realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
        int management = Ports.free();
        String marker = "-Dpkh.process=keycloak@" + folder.toAbsolutePath();
        ChildProcess process =
                ChildProcess.start(
                        new ChildProcess.Plan(
                                        "keycloak",
                                        command(home, marker, port, management),
                                        log,
                                        folder.resolve("keycloak.pid"),
                                        marker)
                                .withEnvironment(variables));
        KeycloakServer server = new KeycloakServer(port, process);
        try {
            server.awaitReady(management);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Not by its script, which stays between a signal and the server. */
    private static List<String> command(Path home, String marker, int port, int management) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(marker);
        command.add("-Xmx512m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        for (String opened : List.of("util", "util.concurrent", "security", "lang")) {
            command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        }
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add(
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.add("-cp");
        command.add(home.resolve("lib/quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + management,
                        "--hostname=" + address(port)));
        return command;
    }

    /** Once for each unpacked archive. */
    private static void build(Path home, Path log) throws IOException {
        Path done = home.resolve("built-for-tests");
        if (Files.exists(done)) {
            return;
        }
        String marker = home.resolve("bin/kc.sh").toString();
        ChildProcess build =
                ChildProcess.start(
                        new ChildProcess.Plan(
                                "keycloak-build",
                                List.of(
                                        "bash",
                                        marker,
                                        "build",
                                        "--db=dev-file",
                                        "--health-enabled=true"),
                                log,
                                log.resolveSibling("keycloak-build.pid"),
                                marker));
        if (!build.awaitEnd(BUILD_LIMIT) || build.exitCode() != 0) {
            throw new IllegalStateException("Keycloak was not built: " + LogTail.of(log));
        }
        Files.createFile(done);
    }

    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(UNPACKED.toAbsolutePath())) {
            return unpacked.filter(f -> f.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Keycloak in " + UNPACKED));
        }
    }

    private static void emptyDatabase(Path home) throws IOException {
        Path database = home.resolve("data/h2");
        if (Files.isDirectory(database)) {
            try (Stream<Path> files = Files.list(database)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void awaitReady(int management) {
        URI health = URI.create("http://localhost:" + management + "/health/ready");
        boolean ready =
                Waiting.until(READY_LIMIT, POLL, () -> !process.isAlive() || answers(health));
        if (!ready || !process.isAlive()) {
            throw new IllegalStateException(
                    "Keycloak is not ready; the end of its log, %s:%n%s"
                            .formatted(process.log(), LogTail.of(process.log())));
        }
    }

    private static boolean answers(URI health) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String address() {
        return address(port);
    }

    /** As tokens name it. */
    String issuer(String realm) {
        return address() + "/realms/" + realm;
    }

    String issuer() {
        return issuer(REALM);
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }

    /** What a service is told of a Keycloak on this port. */
    static Map<String, String> verification(int port) {
        String issuer = address(port) + "/realms/" + REALM;
        return Map.of(
                "MP_JWT_VERIFY_ISSUER",
                issuer,
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                issuer + "/protocol/openid-connect/certs");
    }

    /** What the console is told besides, to sign people in there. */
    static Map<String, String> signIn(int port, String secret) {
        return Map.of(
                "QUARKUS_OIDC_TENANT_ENABLED",
                "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                address(port) + "/realms/" + REALM,
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                secret);
    }

    @Override
    public void close() {
        process.stop(STOP_LIMIT);
    }
}
