package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.localstack.Ports;
import id.pkh.localstack.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packaged application does not start with an issuer that it must not believe. */
class IssuerScenario {

    private static final String ISSUER = "MP_JWT_VERIFY_ISSUER";
    private static final String KEYS = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";
    private static final String NOWHERE = "http://localhost:1/jwks";

    @TempDir Path folder;

    @Test
    void withoutAnIssuerOrWithTheLocalOneNothingStarts() throws Exception {
        assertThat(endOf(Map.of())).contains("no issuer of tokens is configured");
        assertThat(endOf(Map.of(ISSUER, "https://login.example.org")))
                .contains("no key of the issuer https://login.example.org is configured");
        assertThat(endOf(Map.of(ISSUER, TokenIssuer.ISSUER, KEYS, NOWHERE)))
                .contains("PKH_LOCAL_ISSUER_ALLOWED=true");
    }

    /** The log of the console, which needs neither a database nor a broker to start. */
    private String endOf(Map<String, String> settings) throws IOException, InterruptedException {
        ServiceSpec console =
                new Checkout(Tree.ROOT)
                        .services().stream()
                                .filter(service -> service.name().equals(Checkout.CONSOLE))
                                .findFirst()
                                .orElseThrow();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx192m");
        command.addAll(console.program());
        Path log = folder.resolve("console.log");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(console.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MP_JWT_"));
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(Ports.free()));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(Ports.free()));
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it has ended").isTrue();
            assertThat(process.exitValue()).isNotZero();
            return Files.readString(log);
        } finally {
            process.destroyForcibly();
        }
    }
}
