package id.pkh.launcher.compose;

import id.pkh.launcher.Checkout;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What docker-compose.yml asks for: the keys of the local stack as variables. */
public final class ComposeEnvironment {

    private static final String KEYS_FILE = ".pkh/compose/issuer.json";

    private final Checkout checkout;

    public ComposeEnvironment(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Writes {@code .env} for its owner, and the issuer's public key for everybody. */
    public void write() {
        TokenIssuer issuer = TokenIssuer.in(keysDirectory());
        Path published = checkout.root().resolve(KEYS_FILE);
        try {
            Files.createDirectories(published.getParent());
            Files.writeString(published, issuer.jwks());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + published, e);
        }
        SecretFiles.replace(
                checkout.root().resolve(".env"),
                variables().entrySet().stream()
                        .map(v -> v.getKey() + "=" + v.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** By name, in the order of the file. */
    Map<String, String> variables() {
        KeyMaterial keys = new KeyMaterial(keysDirectory());
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("TOKEN_ISSUER", TokenIssuer.ISSUER);
        variables.put("TOKEN_KEYS", "file:/etc/pkh/issuer.json");
        variables.put("TOKEN_KEYS_FILE", "./" + KEYS_FILE);
        variables.put("NIK_TOKEN_KEY", keys.nikTokenKey());
        variables.put("FUNDING_ACCOUNTS", MadeUpAccounts.FUNDING_ACCOUNTS);
        variables.put("POSTGRES_PASSWORD", keys.password("postgres"));
        variables.put("GRAFANA_PASSWORD", keys.password("grafana"));
        for (ServiceSpec service : checkout.services()) {
            if (service.watches()) {
                continue; // it has neither a database nor keys
            }
            String name = service.name().toUpperCase(Locale.ROOT);
            variables.put(name + "_PASSWORD", keys.password(service.name()));
            variables.put(name + "_KEYSET", keys.fieldCipherKeyset(service.name()));
        }
        return variables;
    }

    private Path keysDirectory() {
        return checkout.state().resolve("keys");
    }
}
