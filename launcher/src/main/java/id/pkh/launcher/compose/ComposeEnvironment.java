package id.pkh.launcher.compose;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.MadeUpAccounts;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.localstack.KeyMaterial;
import id.pkh.localstack.SecretFiles;
import id.pkh.localstack.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables that docker-compose.yml requires: the keys of the local stack. */
public final class ComposeEnvironment {

    private static final String KEYS_FILE = ".pkh/compose/issuer.json";
    private static final String REALM = "/realms/pkh";
    private static final String WITH_TLS = "docker-compose.yml:deploy/tls/docker-compose.tls.yml";

    /** The user of the broker for programs that only read, such as the demo. */
    private static final String OBSERVER = "observer";

    private static final String KAFKA_PASSWORD = "_KAFKA_PASSWORD";

    /** The issuer whose tokens the composed system accepts. */
    public enum Issuer {
        /** {@code ./pkh token}, on this machine. */
        LOCAL,
        /** The Keycloak of docker-compose.yml. */
        KEYCLOAK
    }

    private final Checkout checkout;
    private final Issuer issuer;
    private final boolean tls;

    public ComposeEnvironment(Checkout checkout, Issuer issuer, boolean tls) {
        this.checkout = checkout;
        this.issuer = issuer;
        this.tls = tls;
    }

    /**
     * Writes {@code .env}, readable for its owner only, and the local issuer's public key, readable
     * for all.
     */
    public void write() {
        if (issuer == Issuer.LOCAL) {
            publishKeys();
        }
        if (tls) {
            new LocalCertificates(checkout).create();
        }
        SecretFiles.replace(
                file(checkout),
                variables().entrySet().stream()
                        .map(v -> v.getKey() + "=" + v.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** Whether the file that was written last turns TLS on. */
    static boolean isEncrypted(Checkout checkout) {
        Path file = file(checkout);
        try {
            return Files.exists(file)
                    && Files.readAllLines(file).contains("COMPOSE_FILE=" + WITH_TLS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** How a program that only reads signs in at the broker. */
    static String observerSignIn(Checkout checkout) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(
                        OBSERVER,
                        kafkaPassword(new KeyMaterial(keysDirectory(checkout)), OBSERVER));
    }

    private static String kafkaPassword(KeyMaterial keys, String user) {
        return keys.password("kafka-" + user);
    }

    private static Path file(Checkout checkout) {
        return checkout.root().resolve(".env");
    }

    private void publishKeys() {
        Path published = checkout.root().resolve(KEYS_FILE);
        try {
            Files.createDirectories(published.getParent());
            Files.writeString(published, TokenIssuer.in(keysDirectory()).jwks());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + published, e);
        }
    }

    /** By name, in the order of the file. */
    Map<String, String> variables() {
        KeyMaterial keys = new KeyMaterial(keysDirectory());
        Map<String, String> variables = new LinkedHashMap<>();
        variables.putAll(issuer == Issuer.KEYCLOAK ? keycloak() : local());
        variables.putAll(tls ? tls(keys) : plain());
        variables.put("NIK_TOKEN_KEY", keys.nikTokenKey());
        variables.put("REGISTRY_NAME_KEY", keys.nameKey());
        variables.put("FUNDING_ACCOUNTS", MadeUpAccounts.FUNDING_ACCOUNTS);
        variables.put("POSTGRES_PASSWORD", keys.password("postgres"));
        variables.put("GRAFANA_PASSWORD", keys.password("grafana"));
        for (ServiceSpec service : checkout.services()) {
            if (service.watches()) {
                continue; // the console has neither a database nor keys
            }
            String name = service.name().toUpperCase(Locale.ROOT);
            variables.put(name + "_PASSWORD", keys.password(service.name()));
            variables.put(name + "_KEYSET", keys.fieldCipherKeyset(service.name()));
        }
        variables.put("KEYCLOAK_PASSWORD", keys.password("keycloak"));
        variables.put("KEYCLOAK_ADMIN_PASSWORD", keys.password("keycloak-admin"));
        for (String client : List.of("console", "external-system", "bank-bri")) {
            variables.put(
                    client.toUpperCase(Locale.ROOT).replace('-', '_') + "_CLIENT_SECRET",
                    keys.password("client-" + client));
        }
        return variables;
    }

    private static Map<String, String> local() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("TOKEN_ISSUER", TokenIssuer.ISSUER);
        variables.put("LOCAL_ISSUER_ALLOWED", "true");
        variables.put("TOKEN_KEYS", "file:/etc/pkh/issuer.json");
        variables.put("TOKEN_KEYS_FILE", "./" + KEYS_FILE);
        return variables;
    }

    private Map<String, String> tls(KeyMaterial keys) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("COMPOSE_FILE", WITH_TLS);
        Stream.concat(checkout.services().stream().map(ServiceSpec::name), Stream.of(OBSERVER))
                .forEach(
                        user ->
                                variables.put(
                                        user.toUpperCase(Locale.ROOT) + KAFKA_PASSWORD,
                                        kafkaPassword(keys, user)));
        return variables;
    }

    /** Without TLS, browsers do not accept the cookies of a deployed console. */
    private static Map<String, String> plain() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("CONSOLE_COOKIE", "pkh_console");
        variables.put("CONSOLE_COOKIES_SECURE", "false");
        return variables;
    }

    /** People use the published port, which tokens name; the services use their own network. */
    private static Map<String, String> keycloak() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("COMPOSE_PROFILES", "keycloak");
        variables.put("TOKEN_ISSUER", "http://localhost:8085" + REALM);
        variables.put(
                "TOKEN_KEYS", "http://keycloak:8085" + REALM + "/protocol/openid-connect/certs");
        variables.put("CONSOLE_SIGN_IN", "true");
        return variables;
    }

    private Path keysDirectory() {
        return keysDirectory(checkout);
    }

    static Path keysDirectory(Checkout checkout) {
        return checkout.state().resolve("keys");
    }
}
