package id.pkh.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceName;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void aServiceWhoseChecksAreAllUpIsReady() {
        Health health = health(200, "UP");
        assertThat(health.isReady()).isTrue();
        assertThat(health.database()).isTrue();
        assertThat(health.failing()).isEmpty();
    }

    @Test
    void aServiceWithoutItsDatabaseIsReachableAndNotReadyAndNamesTheCheck() {
        Health health = health(503, "DOWN");
        assertThat(health.state()).isEqualTo(Health.State.NOT_READY);
        assertThat(health.isReachable()).isTrue();
        assertThat(health.database()).isFalse();
        assertThat(health.failing()).containsExactly("Database connections health check");
    }

    @Test
    void aServiceThatDoesNotAnswerIsDownAndItsDatabaseNotKnown() {
        Health health = Health.of(Reply.none(ServiceName.MEETING));
        assertThat(health.isReachable()).isFalse();
        assertThat(health.database()).isNull();
    }

    private static Health health(int status, String database) {
        return Health.of(
                new Reply(
                        ServiceName.MEETING,
                        status,
                        "{\"checks\":[{\"name\":\"Database connections health check\",\"status\":\""
                                + database
                                + "\"}]}"));
    }
}
