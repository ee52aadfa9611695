package id.pkh.localstack;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A real broker and a real PostgreSQL for a {@code @QuarkusTest}, one of each for a JVM.
 *
 * <p>A test states its database with {@link OnLocalStack}. As arguments of a test resource, {@code
 * database} names the database and the role that owns it, and {@code proxied=true} sends the
 * application's connections through {@link #kafkaProxy()} and {@link #postgresProxy()}.
 */
public class LocalStackResource
        implements QuarkusTestResourceConfigurableLifecycleManager<Annotation> {

    private String database = "test";
    private boolean proxied;

    /** Quarkus hands over the annotation that names this resource, be it a module's own. */
    @Override
    public void init(Annotation annotation) {
        if (annotation instanceof OnLocalStack stack) {
            database = stack.value();
        }
    }

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
        proxied = Boolean.parseBoolean(arguments.get("proxied"));
    }

    @Override
    public Map<String, String> start() {
        Path home = SharedStack.home();
        PostgresServer postgres = postgres();
        postgres.createDatabase(database);
        KeyMaterial keys = new KeyMaterial(SharedStack.keys(home));
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("quarkus.devservices.enabled", "false");
        configuration.put(
                "quarkus.datasource.jdbc.url",
                proxied
                        ? "jdbc:postgresql://127.0.0.1:" + postgresProxy().port() + "/" + database
                        : postgres.jdbcUrl(database));
        configuration.put("quarkus.datasource.username", database);
        configuration.put("quarkus.datasource.password", postgres.password(database));
        configuration.put(
                "kafka.bootstrap.servers",
                proxied ? "127.0.0.1:" + kafkaProxy().port() : kafka().bootstrapServers());
        configuration.put("mp.jwt.verify.publickey", issuer().publicKeyPem());
        configuration.put("mp.jwt.verify.issuer", TokenIssuer.ISSUER);
        configuration.put("pkh.local-issuer.allowed", "true");
        configuration.putAll(keys.properties(database));
        return configuration;
    }

    @Override
    public void stop() {
        // shared by all tests of this JVM; they end together with it
    }

    /** The broker, for tests that kill, restart or inspect it. */
    public static KafkaServer kafka() {
        Path home = SharedStack.home();
        return ContainerHandle.areWanted()
                ? ContainerKafka.running()
                : LocalKafka.at(SharedStack.kafka(home));
    }

    /** The database server, for tests that kill, restart or inspect it. */
    public static PostgresServer postgres() {
        Path home = SharedStack.home();
        return ContainerHandle.areWanted()
                ? ContainerPostgres.running()
                : LocalPostgres.at(SharedStack.postgres(home));
    }

    /** The network between the application and the broker, if started with {@code proxied}. */
    public static TcpProxy kafkaProxy() {
        return proxy("stack/kafka-proxy");
    }

    /** The network between the application and the database, if started with {@code proxied}. */
    public static TcpProxy postgresProxy() {
        return proxy("stack/postgres-proxy");
    }

    @SuppressWarnings("unchecked")
    private static TcpProxy proxy(String name) {
        SharedStack.home();
        return TcpProxy.sharing((Map<String, Object>) JvmWide.values().get(name));
    }

    static TokenIssuer issuer() {
        return TokenIssuer.ofTests(SharedStack.keys(SharedStack.home()));
    }
}
