package id.pkh.launcher.stack;

import id.pkh.localstack.Ports;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to start and where.
 *
 * @param home directory for logs, pids, keys and data
 * @param keepData use the data of the last run again instead of deleting it
 * @param durable survive a power failure; false is faster, for tests
 * @param heap of each service
 */
public record StackPlan(
        Path home,
        List<ServiceSpec> services,
        int kafkaPort,
        int postgresPort,
        int issuerPort,
        boolean keepData,
        boolean durable,
        String heap) {

    public static final int KAFKA_PORT = 19092;
    public static final int POSTGRES_PORT = 15432;
    public static final int ISSUER_PORT = 18080;
    static final String MANAGEMENT = " management";
    private static final String SERVICE_HEAP = "192m";

    public StackPlan {
        home = home.toAbsolutePath().normalize();
        services = List.copyOf(services);
    }

    /** Fixed ports and fresh, durable data. */
    public static StackPlan fresh(Path home, List<ServiceSpec> services) {
        return new StackPlan(
                home, services, KAFKA_PORT, POSTGRES_PORT, ISSUER_PORT, false, true, SERVICE_HEAP);
    }

    /**
     * The same on free ports and without fsync, so that tests can run together with other
     * processes.
     */
    public StackPlan forTests() {
        return new StackPlan(
                home,
                services.stream().map(ServiceSpec::onFreePorts).toList(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                keepData,
                false,
                heap);
    }

    public StackPlan onPorts(int kafka, int postgres, int issuer) {
        return new StackPlan(home, services, kafka, postgres, issuer, keepData, durable, heap);
    }

    public StackPlan keepingData(boolean keep) {
        return new StackPlan(
                home, services, kafkaPort, postgresPort, issuerPort, keep, durable, heap);
    }

    public StackPlan withHeap(String other) {
        return new StackPlan(
                home, services, kafkaPort, postgresPort, issuerPort, keepData, durable, other);
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path pids() {
        return home.resolve("pids");
    }

    public Path keys() {
        return home.resolve("keys");
    }

    public Path data() {
        return home.resolve("data");
    }

    /** Every port, by what uses it. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("kafka", kafkaPort);
        ports.put("postgres", postgresPort);
        ports.put("issuer", issuerPort);
        for (ServiceSpec service : services) {
            ports.put(service.name(), service.port());
            ports.put(service.name() + MANAGEMENT, service.managementPort());
        }
        return ports;
    }
}
