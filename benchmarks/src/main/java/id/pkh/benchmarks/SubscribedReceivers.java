package id.pkh.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.pkh.benchmarks.BarePosts.Message;
import id.pkh.benchmarks.LoopbackReceiver.Arrival;
import id.pkh.benchmarks.WebhooksBenchmark.Tenth;
import id.pkh.benchmarks.states.FamilyStates;
import id.pkh.client.PkhClient;
import id.pkh.client.registry.WebhooksApi;
import id.pkh.client.registry.model.WebhookRequest;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.localstack.Waiting;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Nine receivers that answer, each with an approved subscription to the whole country, and now and
 * then a tenth one. Every event has to reach each of the nine once and in the order of the feed.
 */
final class SubscribedReceivers implements AutoCloseable {

    static final int ANSWERING = 9;

    /** A silent receiver is tried twice in this time. */
    static final int SECONDS = 20;

    private static final int TICKS_PER_SECOND = 10;
    private static final int EVENTS_OF_A_TICK = 10;
    private static final int FAMILIES = 10_000;

    /** Some seconds of the JDK's client. */
    private static final int BARE_MESSAGES = 5_000;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final String COUNTRY = "*";

    /** An event of the feed, written at a time in microseconds since 1970. */
    private record Written(Message message, long micros) {}

    private final List<LoopbackReceiver> nine =
            IntStream.range(0, ANSWERING).mapToObj(i -> LoopbackReceiver.answering()).toList();
    private final LoopbackReceiver silent = LoopbackReceiver.silent();
    private final String refusing;
    private final PkhClient system;
    private final PkhClient officer;
    private final PGSimpleDataSource owner;
    private final DataSource superuser;
    private final Counts counts;
    private final FamilyStates states = new FamilyStates(FAMILIES, false);
    private final List<UUID> subscriptions = new ArrayList<>();
    private List<Written> lastEvents = List.of();
    private int dead;

    SubscribedReceivers(Stack stack) {
        system = registry(stack, "bench-system", "EXTERNAL_SYSTEM");
        officer = registry(stack, "bench-officer", "MINISTRY_OFFICER");
        owner = (PGSimpleDataSource) stack.postgres().owner(Checkout.REGISTRY);
        owner.setReWriteBatchedInserts(true);
        superuser = stack.postgres().superuser(Checkout.REGISTRY);
        counts = new Counts(superuser);
        try (LoopbackReceiver closed = LoopbackReceiver.silent()) {
            refusing = closed.url("");
        }
        nine.forEach(receiver -> subscriptions.add(subscribe(receiver.url("hook"))));
    }

    private static PkhClient registry(Stack stack, String subject, String role) {
        return new Clients(stack, stack.token(subject, List.of(role), List.of(COUNTRY)))
                .of(Checkout.REGISTRY);
    }

    private UUID subscribe(String url) {
        WebhookRequest wanted =
                new WebhookRequest().url(url).addEventTypesItem(EventCatalogue.KPM_STATE.type());
        UUID id =
                system.call(WebhooksApi::new, webhooks -> webhooks.createWebhook(wanted))
                        .getWebhook()
                        .getWebhookId();
        officer.call(WebhooksApi::new, webhooks -> webhooks.approveWebhook(id));
        return id;
    }

    /** Everybody is paused until so many events are in the feed; returns seconds of delivery. */
    double backlog(Tenth tenth, int events) throws SQLException {
        long before = head();
        List<UUID> all = new ArrayList<>(tenth(tenth));
        all.addAll(subscriptions);
        all.forEach(id -> system.call(WebhooksApi::new, webhooks -> webhooks.pauseWebhook(id)));
        write(events);
        awaitFeed(before, events);
        execute("VACUUM (ANALYZE) feed_event");
        long start = System.currentTimeMillis() * 1_000;
        all.forEach(id -> system.call(WebhooksApi::new, webhooks -> webhooks.resumeWebhook(id)));
        awaitDeliveries(events);
        long end = 0;
        for (List<Arrival> arrivals : received(before)) {
            if (arrivals.get(0).micros() < start) {
                throw new CannotRun("a paused subscription was delivered to");
            }
            end = Math.max(end, arrivals.get(events - 1).micros());
        }
        withdraw(all);
        return (end - start) / 1e6;
    }

    /** Milliseconds between the outbox and the receiver, of events that come at fixed times. */
    List<Double> lateness(Tenth tenth) throws SQLException {
        long before = head();
        List<UUID> dying = tenth(tenth);
        int ticks = SECONDS * TICKS_PER_SECOND;
        long start = System.nanoTime();
        for (int tick = 0; tick < ticks; tick++) {
            long due = start + tick * TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            write(EVENTS_OF_A_TICK);
        }
        awaitDeliveries(ticks * EVENTS_OF_A_TICK);
        List<Double> millis = new ArrayList<>();
        for (List<Arrival> arrivals : received(before)) {
            for (int i = 0; i < arrivals.size(); i++) {
                millis.add((arrivals.get(i).micros() - lastEvents.get(i).micros()) / 1e3);
            }
        }
        withdraw(dying);
        return millis;
    }

    /** The deliveries a second that the JDK's client reaches with the events of the last call. */
    double bare() {
        List<Message> messages =
                lastEvents.stream().map(Written::message).limit(BARE_MESSAGES).toList();
        double seconds =
                new BarePosts()
                        .seconds(
                                messages,
                                nine.stream()
                                        .map(receiver -> URI.create(receiver.url("bare")))
                                        .toList());
        nine.forEach(
                receiver ->
                        Counts.require("bare deliveries", messages.size(), receiver.take().size()));
        return messages.size() * ANSWERING / seconds;
    }

    private List<UUID> tenth(Tenth tenth) {
        String path = "dead-" + ++dead;
        return switch (tenth) {
            case ABSENT -> List.of();
            case SILENT -> List.of(subscribe(silent.url(path)));
            case REFUSING -> List.of(subscribe(refusing + path));
        };
    }

    private void withdraw(List<UUID> ids) {
        for (UUID id : ids) {
            if (!subscriptions.contains(id)) {
                system.call(WebhooksApi::new, webhooks -> webhooks.withdrawWebhook(id));
            }
        }
    }

    private void write(int events) throws SQLException {
        try {
            new OutboxFiller().fill(owner, EventCatalogue.KPM_STATE.topic(), states, events);
        } catch (JsonProcessingException e) {
            throw new CannotRun("an event cannot be written", e);
        }
    }

    private long head() throws SQLException {
        return counts.number("SELECT position FROM feed_head");
    }

    private void awaitFeed(long before, int events) {
        boolean isThere =
                Waiting.until(
                        PATIENCE,
                        LOOK_EVERY,
                        () -> {
                            try {
                                return counts.number(
                                                "SELECT count(*) FROM feed_event WHERE position > "
                                                        + before)
                                        >= events;
                            } catch (SQLException e) {
                                throw new CannotRun("the feed cannot be counted", e);
                            }
                        });
        if (!isThere) {
            throw new CannotRun("the events are not in the feed after " + PATIENCE);
        }
    }

    private void awaitDeliveries(int events) {
        boolean isThere =
                Waiting.until(
                        PATIENCE,
                        LOOK_EVERY,
                        () -> nine.stream().allMatch(receiver -> receiver.count() >= events));
        if (!isThere) {
            throw new CannotRun("the events are not delivered after " + PATIENCE);
        }
    }

    /** What each of the nine has received, which has to be what the feed has. */
    private List<List<Arrival>> received(long before) throws SQLException {
        lastEvents = feed(before);
        List<String> ids = lastEvents.stream().map(event -> event.message().id()).toList();
        List<List<Arrival>> received = nine.stream().map(LoopbackReceiver::take).toList();
        received.forEach(
                arrivals -> {
                    if (!arrivals.stream().map(Arrival::id).toList().equals(ids)) {
                        throw new CannotRun("a receiver has other events than the feed");
                    }
                });
        return received;
    }

    private List<Written> feed(long before) throws SQLException {
        try (Connection connection = superuser.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT event_id::text, event, (extract(epoch FROM event_time) * 1000000)::bigint"
                                        + " FROM feed_event WHERE position > ? ORDER BY position")) {
            query.setLong(1, before);
            List<Written> events = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    events.add(
                            new Written(
                                    new Message(rows.getString(1), rows.getString(2)),
                                    rows.getLong(3)));
                }
            }
            return events;
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @Override
    public void close() {
        nine.forEach(LoopbackReceiver::close);
        silent.close();
    }
}
