package id.pkh.verification.sanction.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.localstack.OnLocalStack;
import id.pkh.platform.persistence.Database;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.sanction.Ladders;
import id.pkh.verification.support.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several instances of the service read the same tables, each in its own time. */
@QuarkusTest
@OnLocalStack("verification")
class LaddersOfInstancesComponentTest {

    @Inject Database database;
    @Inject MovableClock clock;

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void everyInstanceNoticesALadderWithinSeconds() {
        clock.setTo("2026-07-10");
        List<Ladders> instances = List.of(new JdbcLadders(database), new JdbcLadders(database));
        ObjectNode ladder = Drafts.ladder("2031-04-01");
        String code = ladder.path("policy_code").asText();
        instances.forEach(instance -> assertThat(isKnown(instance, code)).isFalse());
        String id = Drafts.enter("sanction-ladders", ladder.toString());
        Drafts.approve(id);
        for (Ladders instance : instances) {
            await().atMost(Duration.ofSeconds(10)).until(() -> isKnown(instance, code));
        }
        Drafts.revoke(id);
        for (Ladders instance : instances) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !isKnown(instance, code));
        }
    }

    private static boolean isKnown(Ladders ladders, String code) {
        return ladders.all().ladders().stream().anyMatch(l -> l.policyCode().equals(code));
    }
}
