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
 * @param movableFrom the day on which the services begin, if it can move while they run; otherwise
 *     null
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
        boolean fromCopies,
        LocalDate movableFrom) {

    public static final int KAFKA_PORT = 19092;
    public static final int POSTGRES_PORT = 15432;
    public static final int ISSUER_PORT = 18080;
    static final String MANAGEMENT = " management";
    private static final String SERVICE_HEAP = "192m";
    private static final String CLOCK_OFFSET = "PKH_WEB_CLOCK_OFFSET";
    private static final String CLOCK_OFFSET_FILE = "PKH_WEB_CLOCK_OFFSET_FILE";
    static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Jakarta");

    /** A quarter of an hour of waiting would be a day of the services that nobody sees. */
    private static final Map<String, String> SCHEDULES_EACH_SECOND =
            Map.of(
                    "PKH_CALENDAR_EVERY", "1s",
                    "PKH_CALENDAR_DELAYED", "1s",
                    "PKH_VERIFICATION_DUTIES_EVERY", "1s",
                    "PKH_VERIFICATION_DUTIES_DELAYED", "1s");

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
                false,
                null);
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
                fromCopies,
                movableFrom);
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
                fromCopies,
                movableFrom);
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
        return with(Map.of(CLOCK_OFFSET, offset.toString()), null);
    }

    /**
     * The services begin on this day, and {@link Stack#moveTo} brings them to another one. Their
     * schedules look every second whether the new day requires something.
     */
    public StackPlan onMovableDay(LocalDate day) {
        Map<String, String> settings = new LinkedHashMap<>(SCHEDULES_EACH_SECOND);
        settings.put(CLOCK_OFFSET_FILE, MovedTime.file(home).toString());
        return with(settings, day);
    }

    /** The console keeps the real time and has none of the settings. */
    private StackPlan with(Map<String, String> settings, LocalDate firstDay) {
        return new StackPlan(
                home,
                services.stream()
                        .map(
                                service ->
                                        service.watches()
                                                ? service
                                                : service.withEnvironment(settings))
                        .toList(),
                kafkaPort,
                postgresPort,
                issuerPort,
                keepData,
                durable,
                heap,
                leftOut,
                fromCopies,
                firstDay);
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
                copies,
                movableFrom);
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
