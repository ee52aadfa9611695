package id.pkh.localstack;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Runs the servers of the tests in containers instead of processes, if the run {@linkplain
 * ContainerHandle#areWanted requests} it. Only such a run has Testcontainers on its class path; no
 * other run may load this class.
 *
 * <p>The images are those of {@code docker-compose.yml}, with the same variables: {@code
 * POSTGRES_IMAGE} and {@code KAFKA_IMAGE}. Ports are fixed, so that a container can be reached
 * again after it was killed and started.
 */
final class Containers {

    /** The images of {@code docker-compose.yml}, by the variable that can replace each. */
    static final Map<String, String> PUBLIC_IMAGES =
            Map.of("POSTGRES_IMAGE", "postgres:17", "KAFKA_IMAGE", "apache/kafka:4.1.2");

    private static final int POSTGRES_PORT = 5432;
    private static final int KAFKA_PORT = 19092;
    private static final int KAFKA_PROXIED_PORT = 19094;

    private Containers() {}

    /**
     * A broker; clients of its second listener are instructed to connect through {@code proxyPort}.
     */
    static KafkaServer startKafka(int proxyPort) {
        int port = Ports.free();
        int behindProxyPort = Ports.free();
        GenericContainer<?> container =
                new GenericContainer<>(image("KAFKA_IMAGE"))
                        .withEnv(kafkaEnvironment(port, proxyPort))
                        .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
        container.setPortBindings(
                List.of(
                        "127.0.0.1:" + port + ":" + KAFKA_PORT,
                        "127.0.0.1:" + behindProxyPort + ":" + KAFKA_PROXIED_PORT));
        start(container);
        register(ContainerKafka.NAME, container, Map.of("port", port, "proxied", behindProxyPort));
        return ContainerKafka.running();
    }

    private static Map<String, String> kafkaEnvironment(int port, int proxyPort) {
        return Map.ofEntries(
                Map.entry("KAFKA_NODE_ID", "1"),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry(
                        "KAFKA_LISTENERS",
                        "DIRECT://:%d,PROXIED://:%d,CONTROLLER://:9093"
                                .formatted(KAFKA_PORT, KAFKA_PROXIED_PORT)),
                Map.entry(
                        "KAFKA_ADVERTISED_LISTENERS",
                        "DIRECT://127.0.0.1:%d,PROXIED://127.0.0.1:%d".formatted(port, proxyPort)),
                Map.entry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "DIRECT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                // the broker's listener for itself is a port outside of its container
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "DIRECT"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"));
    }

    /** A server without durability in a power failure, with its passwords in {@code keys}. */
    static PostgresServer startPostgres(Path keys) {
        int port = Ports.free();
        GenericContainer<?> container =
                new GenericContainer<>(image("POSTGRES_IMAGE"))
                        .withEnv(
                                "POSTGRES_PASSWORD",
                                new KeyMaterial(keys).password(PostgresServer.SUPERUSER))
                        .withCommand(
                                "postgres",
                                "-c",
                                "fsync=off",
                                "-c",
                                "max_connections=200",
                                "-c",
                                "idle_in_transaction_session_timeout=60s")
                        // once by the server that creates the cluster, once by the server that
                        // stays
                        .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
        container.setPortBindings(List.of("127.0.0.1:" + port + ":" + POSTGRES_PORT));
        start(container);
        register(ContainerPostgres.NAME, container, Map.of("port", port, "keys", keys.toString()));
        PostgresServer postgres = ContainerPostgres.running();
        postgres.awaitAnswer("in docker logs " + container.getContainerId());
        return postgres;
    }

    private static void start(GenericContainer<?> container) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Testcontainers finds its parts through the context class loader, which may contain other
        // copies of them
        thread.setContextClassLoader(Containers.class.getClassLoader());
        try {
            container.start();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static DockerImageName image(String variable) {
        return DockerImageName.parse(
                System.getenv().getOrDefault(variable, PUBLIC_IMAGES.get(variable)));
    }

    /** Called by {@link ContainerHandle} from any class loader. */
    private static void register(
            String name, GenericContainer<?> container, Map<String, Object> facts) {
        DockerClient docker = container.getDockerClient();
        String id = container.getContainerId();
        LongSupplier pid = () -> docker.inspectContainerCmd(id).exec().getState().getPidLong();
        Runnable kill = () -> docker.killContainerCmd(id).exec();
        Runnable start = () -> docker.startContainerCmd(id).exec();
        Runnable remove = container::stop;
        ContainerHandle.register(
                name, id, container.getDockerImageName(), pid, kill, start, remove, facts);
    }
}
