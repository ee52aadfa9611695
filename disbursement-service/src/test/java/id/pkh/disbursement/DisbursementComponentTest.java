package id.pkh.disbursement;

import id.pkh.contracts.Event;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.disbursement.support.StubSnapBank;
import id.pkh.disbursement.support.Tables;
import id.pkh.localstack.LocalStackResource;
import id.pkh.testsupport.events.EventArrivals;
import id.pkh.testsupport.events.EventStreams;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Starts the service with a real database and a real broker. Tests publish facts as events. */
@QuarkusTestResource(
        value = LocalStackResource.class,
        restrictToAnnotatedClass = false,
        initArgs = @ResourceArg(name = "database", value = "disbursement"))
@QuarkusTestResource(value = StubRegistry.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = StubSnapBank.class, restrictToAnnotatedClass = false)
public abstract class DisbursementComponentTest {

    @Inject protected Tables tables;
    @Inject protected EventStreams events;
    @Inject protected EventArrivals arrivals;

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
        arrivals.awaitApplied(id);
        return id;
    }
}
