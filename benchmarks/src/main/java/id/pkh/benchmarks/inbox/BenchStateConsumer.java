package id.pkh.benchmarks.inbox;

import id.pkh.benchmarks.states.FamilyStates.Versioned;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.registry.KpmState;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import id.pkh.platform.persistence.DatabaseFailure;
import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer like those of the services: a projection of the families' states. */
@ApplicationScoped
class BenchStateConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final AgroalDataSource database;

    BenchStateConsumer(EventIntake intake, AgroalDataSource database) {
        this.intake = intake;
        this.database = database;
    }

    @Incoming("bench-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return "pkh.bench.state.v1";
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.batch(EventCatalogue.KPM_STATE, this::apply));
    }

    private void apply(List<ReceivedEvent<KpmState>> events) {
        var states =
                events.stream().map(e -> new Versioned(e.payload(), e.meta().sequence())).toList();
        try (Connection connection = database.getConnection()) {
            StateUpsert.write(connection, StateUpsert.newest(states));
        } catch (SQLException e) {
            throw new DatabaseFailure("the states could not be written", e);
        }
    }
}
