package id.pkh.launcher.stack;

import id.pkh.localstack.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param home directory for logs, pids, keys and data
 * @param keepData use the data of the last run again instead of deleting it
 * @param durable survive a power failure; false is faster, for tests
 * @param heap of each service
 * @param leftOut names of the services that a person runs beside the stack
 * @param fromCopies run copies of the services' files, so that a build may replace the files
 */
public record StackPlan(
        Path home,
        List<ServiceSpec> services,
        int kafkaPort,
        int postgresPort,
        int issuerPort,
        boolean keepData,
        boolean durable,
        String heap,
        Set<String> leftOut,
        boolean fromCopies) {

    public static final int KAFKA_PORT = 19092;
    public static final int POSTGRES_PORT = 15432;
    public static final int ISSUER_PORT = 18080;
    static final String MANAGEMENT = " management";
    private static final String SERVICE_HEAP = "192m";
    private static final String CLOCK_OFFSET = "PKH_WEB_CLOCK_OFFSET";
    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Jakarta");

    public StackPlan {
        home = home.toAbsolutePath().normalize();
        services = List.copyOf(services);
        leftOut = Set.copyOf(leftOut);
    }

    /** Fixed ports and fresh, durable data. */
    public static StackPlan fresh(Path home, List<ServiceSpec> services) {
        return new StackPlan(
                home,
                services,
                KAFKA_PORT,
                POSTGRES_PORT,
                ISSUER_PORT,
                false,
                true,
                SERVICE_HEAP,
                Set.of(),
                false);
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
                heap,
                leftOut,
                fromCopies);
    }

    public StackPlan onPorts(int kafka, int postgres, int issuer) {
        return new StackPlan(
                home,
                services,
                kafka,
                postgres,
                issuer,
                keepData,
                durable,
                heap,
                leftOut,
                fromCopies);
    }

    public StackPlan keepingData(boolean keep) {
        return with(keep, heap, leftOut, fromCopies);
    }

    public StackPlan withHeap(String other) {
        return with(keepData, other, leftOut, fromCopies);
    }

    /** The services work as if it was this day, at the present time of day. */
    public StackPlan on(LocalDate day) {
        Duration offset =
                Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.now(BUSINESS_ZONE), day));
        return new StackPlan(
                home,
                services.stream().map(service -> service.with(CLOCK_OFFSET, offset)).toList(),
                kafkaPort,
                postgresPort,
                issuerPort,
                keepData,
                durable,
                heap,
                leftOut,
                fromCopies);
    }

    /** Does not start these services; they have their databases and their places in the rest. */
    public StackPlan without(Collection<String> names) {
        return with(keepData, heap, Set.copyOf(names), fromCopies);
    }

    public StackPlan runningFromCopies() {
        return with(keepData, heap, leftOut, true);
    }

    private StackPlan with(
            boolean keep, String otherHeap, Set<String> otherLeftOut, boolean copies) {
        return new StackPlan(
                home,
                services,
                kafkaPort,
                postgresPort,
                issuerPort,
                keep,
                durable,
                otherHeap,
                otherLeftOut,
                copies);
    }

    /** The services that the stack starts. */
    public List<ServiceSpec> started() {
        return services.stream().filter(service -> !leftOut.contains(service.name())).toList();
    }

    /** The services that it leaves out. */
    public List<ServiceSpec> notStarted() {
        return services.stream().filter(service -> leftOut.contains(service.name())).toList();
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

    /** The copies of the services' files; each process has its own. */
    Path copies() {
        return home.resolve("run")
                .resolve(String.valueOf(ProcessHandle.current().pid()))
                .resolve("services");
    }

    /** Every port that the stack itself uses, by what uses it. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("kafka", kafkaPort);
        ports.put("postgres", postgresPort);
        ports.put("issuer", issuerPort);
        for (ServiceSpec service : started()) {
            ports.put(service.name(), service.port());
            ports.put(service.name() + MANAGEMENT, service.managementPort());
        }
        return ports;
    }
}
