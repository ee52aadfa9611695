package id.pkh.platform.messaging.things;

import id.pkh.contracts.EventType;
import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.failure.PermanentFailure;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.intake.ReadAhead;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import id.pkh.platform.persistence.DatabaseFailure;
import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes one row for each effect; a test chooses the numbers that it refuses. */
@ApplicationScoped
public class ThingConsumer implements EventSubscriber {

    /** A number for which the handler publishes an event itself. */
    public static final int COUNTED = 900;

    private final Set<Integer> refusedNumbers = ConcurrentHashMap.newKeySet();

    private final Set<Integer> breakingOnce = ConcurrentHashMap.newKeySet();
    private final Set<Integer> withoutBroker = ConcurrentHashMap.newKeySet();
    private final Map<Integer, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<Boolean, Integer> pollsReadAhead = new ConcurrentHashMap<>();

    private final EventIntake intake;
    private final AgroalDataSource database;
    private final Outbox outbox;

    ThingConsumer(EventIntake intake, AgroalDataSource database, Outbox outbox) {
        this.intake = intake;
        this.database = database;
        this.outbox = outbox;
    }

    public void refuse(int number) {
        refusedNumbers.add(number);
    }

    public void refuseNothing() {
        refusedNumbers.clear();
        breakingOnce.clear();
        withoutBroker.clear();
        held.values().forEach(CountDownLatch::countDown);
        held.clear();
    }

    /** The next effect of this number meets a transient failure. */
    public void breakOnce(int number) {
        breakingOnce.add(number);
    }

    /** Until the next {@link #refuseNothing} effects of this number meet a broker that is away. */
    public void takeBrokerAway(int number) {
        withoutBroker.add(number);
    }

    public boolean isYetToBreak(int number) {
        return breakingOnce.contains(number);
    }

    /** Effects of this number wait until the latch is opened. */
    public CountDownLatch hold(int number) {
        return held.computeIfAbsent(number, n -> new CountDownLatch(1));
    }

    /** The number of polls that were parsed ahead, and the number that were not. */
    public Map<Boolean, Integer> pollsReadAhead() {
        return Map.copyOf(pollsReadAhead);
    }

    /** Counts from now on: a poll that lost a partition to another instance is parsed again. */
    public void forgetPolls() {
        pollsReadAhead.clear();
    }

    @Incoming("thing-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        pollsReadAhead.merge(ReadAhead.isRead(records), 1, Integer::sum);
        intake.accept(records);
    }

    @Override
    public String topic() {
        return ThingHappened.TOPIC;
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.each(ThingHappened.EVENT_TYPE, this::apply),
                Subscription.batch(ThingCounted.EVENT_TYPE, this::count));
    }

    @Override
    public Set<EventType<?>> ignoredTypes() {
        return Set.of(
                new EventType<>(
                        "id.pkh.test.thing-ignored.v1",
                        ThingHappened.TOPIC,
                        ThingEvent.class,
                        ThingEvent::thingId));
    }

    private void apply(ReceivedEvent<ThingHappened> event) {
        if (refusedNumbers.contains(event.payload().number())) {
            throw new PermanentFailure("NUMBER_REFUSED", "told to refuse it");
        }
        if (breakingOnce.remove(event.payload().number())) {
            throw new DatabaseFailure("told to break", new SQLException("a deadlock", "40P01"));
        }
        if (withoutBroker.contains(event.payload().number())) {
            throw new TimeoutException("told to miss the broker");
        }
        waitWhileHeld(event.payload().number());
        if (event.payload().number() == COUNTED) {
            outbox.append(
                    new ThingCounted(
                            event.payload().thingId(),
                            event.payload().occurredOn(),
                            event.payload().recordedAt()),
                    event.meta().sequence() + 1);
        }
        write(event.payload().thingId(), event.payload().number(), event.meta());
    }

    private void waitWhileHeld(int number) {
        CountDownLatch latch = held.get(number);
        if (latch == null) {
            return;
        }
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("held for too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(List<ReceivedEvent<ThingCounted>> events) {
        events.forEach(event -> write(event.payload().thingId(), -COUNTED, event.meta()));
    }

    private void write(UUID thing, int number, EventMeta meta) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO thing_effect (thing_id, number, event_id) VALUES (?, ?, ?)")) {
            insert.setObject(1, thing);
            insert.setInt(2, number);
            insert.setObject(3, meta.id());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("the effect could not be written", e);
        }
    }
}
