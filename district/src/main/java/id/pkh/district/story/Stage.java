package id.pkh.district.story;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four services and the broker, and whether they have processed everything. */
final class Stage implements AutoCloseable {

    static final List<String> SERVICES =
            List.of(
                    StoryConfig.REGISTRY,
                    StoryConfig.MEETING,
                    StoryConfig.VERIFICATION,
                    StoryConfig.DISBURSEMENT);
    private static final Duration QUIET_DEADLINE = Duration.ofMinutes(10);

    private final Map<String, Api> apis = new HashMap<>();
    private final Broker broker;
    private final Cast cast;
    private final Patience patience = new Patience(QUIET_DEADLINE);

    Stage(StoryConfig config, Cast cast) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
        for (String service : SERVICES) {
            URI base = config.services().get(service);
            if (base == null) {
                throw new StoryFailure("no address for the " + service + " service");
            }
            apis.put(service, new Api(http, service, base));
        }
        this.broker = new Broker(config.bootstrapServers());
        this.cast = cast;
    }

    Api registry() {
        return apis.get(StoryConfig.REGISTRY);
    }

    Api meeting() {
        return apis.get(StoryConfig.MEETING);
    }

    Api verification() {
        return apis.get(StoryConfig.VERIFICATION);
    }

    Api disbursement() {
        return apis.get(StoryConfig.DISBURSEMENT);
    }

    Api service(String name) {
        return apis.get(name);
    }

    /**
     * Waits until everything is processed: no unsent outbox row, no unread event, and no new event
     * during several polls.
     */
    void awaitQuiet(String after) {
        Stillness stillness = new Stillness();
        String[] state = {""};
        patience.until(
                "quiet after " + after,
                () -> {
                    long pending = pendingRows();
                    long lag = broker.lag();
                    state[0] = pending + " outbox rows unsent, " + lag + " events unread";
                    return stillness.at(pending, lag, published());
                },
                () -> state[0]);
    }

    /** Waits until a condition becomes true. */
    void await(String what, java.util.function.BooleanSupplier reached) {
        patience.until(what, reached, () -> "not yet");
    }

    private long pendingRows() {
        long pending = 0;
        for (String service : SERVICES) {
            pending +=
                    service(service)
                            .read("/operations/outbox", cast.operator())
                            .path("pending_rows")
                            .asLong();
        }
        return pending;
    }

    long published() {
        return broker.published().values().stream().mapToLong(Long::longValue).sum();
    }

    long parked(String service) {
        long[] count = {0};
        service(service).each("/operations/parked-events", cast.operator(), event -> count[0]++);
        return count[0];
    }

    @Override
    public void close() {
        broker.close();
    }
}
