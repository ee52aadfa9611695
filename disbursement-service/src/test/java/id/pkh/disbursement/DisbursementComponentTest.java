package id.pkh.disbursement;

import static org.awaitility.Awaitility.await;

import id.pkh.contracts.Event;
import id.pkh.disbursement.support.Events;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.disbursement.support.Tables;
import id.pkh.localstack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Starts the service with a real database and a real broker. Tests publish facts as events. */
@QuarkusTestResource(
        value = LocalStackResource.class,
        restrictToAnnotatedClass = false,
        initArgs = @ResourceArg(name = "database", value = "disbursement"))
@QuarkusTestResource(value = StubRegistry.class, restrictToAnnotatedClass = false)
public abstract class DisbursementComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    @Inject protected Tables tables;
    @Inject protected Events events;

    @BeforeEach
    void cleanStart() {
        tables.empty();
    }

    /** A family that the registry has published and this service has recorded. */
    protected UUID knownFamily(String... components) {
        UUID kpmId = UUID.randomUUID();
        tell(FactEvents.family(kpmId, components), 1);
        return kpmId;
    }

    /** Publishes an event and waits until its effect is visible. */
    protected UUID tell(Event event, long sequence) {
        UUID id = events.publish(event, sequence);
        awaitApplied(id);
        return id;
    }

    protected void awaitApplied(UUID eventId) {
        await().atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .until(
                        () ->
                                tables.number(
                                                "SELECT count(*) FROM inbox WHERE event_id = ?",
                                                eventId)
                                        == 1);
    }
}
