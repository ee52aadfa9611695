package id.pkh.disbursement.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.testsupport.events.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service publishes at its start the changes that the previous release left unpublished. */
@QuarkusTest
class PublishLeftChangesComponentTest extends BankComponentTest {

    @Inject PublishLeftChanges publishLeftChanges;

    private UUID kpm;

    /** A sent batch whose events were not published. */
    @BeforeEach
    void leaveChanges() {
        kpm = familiesAt("BRI", 1).get(0);
        sentBatch();
        tables.execute("DELETE FROM outbox");
        leave("SENT", "UNKNOWN", null, "sweep", null);
        leave("UNKNOWN", "REJECTED", "AC04", "report", "upload");
    }

    private void leave(
            String before, String after, String reason, String correlation, String causation) {
        tables.execute(
                "INSERT INTO unpublished_status_change (instruction_id, old_status, new_status, reason, recorded_at,"
                        + " correlation_id, causation_id) SELECT instruction_id, ?, ?, ?, '2026-04-20T03:00:00Z', ?, ?"
                        + " FROM payment_instruction",
                before,
                after,
                reason,
                correlation,
                causation);
    }

    @Test
    void eachChangeIsPublishedOnceWithItsActItsTimeAndTheNextVersionOfItsFamily() {
        long before = version();

        publishLeftChanges.handle();
        publishLeftChanges.handle();

        List<PublishedEvent> events = tables.published(kpm);
        assertThat(events).hasSize(2);
        assertThat(events)
                .extracting(
                        PublishedEvent::name,
                        PublishedEvent::sequence,
                        PublishedEvent::correlationId)
                .containsExactly(
                        tuple("payment-outcome-unknown", before + 1, "sweep"),
                        tuple("payment-rejected", before + 2, "report"));
        assertThat(events.get(1).causationId()).isEqualTo("upload");
        assertThat(events.get(0).causationId()).isNull();
        assertThat(events.get(1).payload().toString())
                .contains("\"reason\":\"AC04\"", "\"occurred_on\":\"2026-04-20\"");
        assertThat(version()).isEqualTo(before + 2);
        assertThat(tables.number("SELECT count(*) FROM unpublished_status_change")).isZero();
    }

    @Test
    void instancesThatStartTogetherPublishEachOnce() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> start =
                    () -> {
                        publishLeftChanges.handle();
                        return null;
                    };
            List<Future<Void>> started =
                    new ArrayList<>(instances.invokeAll(List.of(start, start)));
            for (Future<Void> one : started) {
                one.get();
            }
        } finally {
            instances.shutdown();
        }
        assertThat(tables.publishedNames(kpm))
                .containsExactly("payment-outcome-unknown", "payment-rejected");
    }

    private long version() {
        return tables.number("SELECT version FROM payment_family WHERE kpm_id = ?", kpm);
    }
}
