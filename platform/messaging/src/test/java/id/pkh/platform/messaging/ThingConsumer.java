package id.pkh.platform.messaging;

import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes one row an effect; refuses the numbers it is told to refuse. */
@ApplicationScoped
class ThingConsumer implements EventSubscriber {

    private final Set<Integer> refusedNumbers = ConcurrentHashMap.newKeySet();

    /** By whether they had been read before they were handed over. */
    private final Map<Boolean, Integer> polls = new ConcurrentHashMap<>();

    private final EventIntake intake;
    private final AgroalDataSource database;

    ThingConsumer(EventIntake intake, AgroalDataSource database) {
        this.intake = intake;
        this.database = database;
    }

    void refuse(int number) {
        refusedNumbers.add(number);
    }

    void refuseNothing() {
        refusedNumbers.clear();
    }

    Map<Boolean, Integer> polls() {
        return Map.copyOf(polls);
    }

    @Incoming("thing-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        polls.merge(ReadAhead.isRead(records), 1, Integer::sum);
        intake.accept(records);
    }

    @Override
    public String topic() {
        return ThingHappened.TOPIC;
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.each(ThingHappened.TYPE, ThingHappened.class, this::apply));
    }

    @Override
    public Set<String> ignoredTypes() {
        return Set.of("id.pkh.test.thing-ignored.v1");
    }

    private void apply(ReceivedEvent<ThingHappened> event) {
        if (refusedNumbers.contains(event.payload().number())) {
            throw new PermanentFailure("NUMBER_REFUSED", "told to refuse it");
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO thing_effect (thing_id, number, event_id) VALUES (?, ?, ?)")) {
            insert.setObject(1, event.payload().thingId());
            insert.setInt(2, event.payload().number());
            insert.setObject(3, event.meta().id());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("the effect could not be written", e);
        }
    }
}
