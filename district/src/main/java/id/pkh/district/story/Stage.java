package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.PaymentsApi;
import id.pkh.client.disbursement.model.Payment;
import id.pkh.client.disbursement.model.PaymentPage;
import id.pkh.client.platform.OperationsApi;
import id.pkh.client.platform.model.ParkedEventPage;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The four services and the broker, and whether they have processed everything. */
public final class Stage implements AutoCloseable {

    public static final List<String> SERVICES =
            List.of(
                    StoryConfig.REGISTRY,
                    StoryConfig.MEETING,
                    StoryConfig.VERIFICATION,
                    StoryConfig.DISBURSEMENT);
    private static final Duration QUIET_DEADLINE = Duration.ofMinutes(10);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
    public static final int PAGE = 500;

    private final Map<String, PkhClient> services = new HashMap<>();
    private final Broker broker;
    private final Cast cast;
    private final Patience patience = new Patience(QUIET_DEADLINE);

    public Stage(StoryConfig config, Cast cast) {
        for (String service : SERVICES) {
            URI base = config.services().get(service);
            if (base == null) {
                throw new StoryFailure("no address for the " + service + " service");
            }
            services.put(service, connection(base));
        }
        this.broker = new Broker(config.broker());
        this.cast = cast;
    }

    static PkhClient connection(URI service) {
        return PkhClient.to(service)
                .connectWithin(CONNECT_WITHIN)
                .answerWithin(ANSWER_WITHIN)
                .open();
    }

    /** The registry, as the person with this token calls it. */
    public PkhClient registry(String token) {
        return service(StoryConfig.REGISTRY, token);
    }

    public PkhClient meeting(String token) {
        return service(StoryConfig.MEETING, token);
    }

    public PkhClient verification(String token) {
        return service(StoryConfig.VERIFICATION, token);
    }

    public PkhClient disbursement(String token) {
        return service(StoryConfig.DISBURSEMENT, token);
    }

    public PkhClient service(String name, String token) {
        return services.get(name).as(() -> token);
    }

    /** Every payment of a cycle; families that are not eligible have none. */
    public void payments(String cycle, Consumer<Payment> reader) {
        disbursement(cast.officer())
                .each(
                        PaymentsApi::new,
                        (payments, after) ->
                                payments.listPayments(
                                        cycle, after, null, null, null, null, PAGE, null, null,
                                        null),
                        PaymentPage::getItems,
                        PaymentPage::getNext,
                        reader);
    }

    /**
     * Waits until everything is processed: no unsent outbox row, no unread event, and no new event
     * during several polls.
     */
    public void awaitQuiet(String after) {
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
    public void await(String what, java.util.function.BooleanSupplier reached) {
        patience.until(what, reached, () -> "not yet");
    }

    private long pendingRows() {
        long pending = 0;
        for (String service : SERVICES) {
            pending +=
                    service(service, cast.operator())
                            .call(OperationsApi::new, OperationsApi::getOutboxBacklog)
                            .getPendingRows();
        }
        return pending;
    }

    public long published() {
        return broker.published().values().stream().mapToLong(Long::longValue).sum();
    }

    public long parked(String service) {
        long[] count = {0};
        service(service, cast.operator())
                .each(
                        OperationsApi::new,
                        (operations, after) ->
                                operations.listParkedEvents(
                                        after, null, PAGE, null, null, null, null),
                        ParkedEventPage::getItems,
                        ParkedEventPage::getNext,
                        event -> count[0]++);
        return count[0];
    }

    @Override
    public void close() {
        broker.close();
    }
}
