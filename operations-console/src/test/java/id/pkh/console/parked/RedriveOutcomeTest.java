package id.pkh.console.parked;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedriveOutcomeTest {

    @Test
    void whatIsNeitherRedrivenNorFailedNorBlockedWasDealtWithByOthersMeanwhile() {
        RedriveOutcome outcome = outcome(10, 10, 4, 1, 2);
        assertThat(outcome.byOthers()).isEqualTo(3);
    }

    @Test
    void whatWasNotParkedAnyMoreWhenItBeganWasDealtWithByOthersBefore() {
        assertThat(outcome(10, 0, 0, 0, 0).byOthers()).isEqualTo(10);
    }

    @Test
    void eventsThatFollowedBehindTheSelectedOnesAreNobodyElses() {
        assertThat(outcome(1, 1, 3, 0, 0).byOthers()).isZero();
    }

    @Test
    void aServiceThatDoesNotAnswerHasNoOutcomeAndSaysSo() {
        RedriveOutcome outcome = RedriveOutcome.of(Reply.none(ServiceName.MEETING), 5);
        assertThat(outcome.isSilent()).isTrue();
        assertThat(outcome.byOthers()).isZero();
    }

    @Test
    void aRefusalKeepsItsCodeAndWhatTheServiceSays() {
        RedriveOutcome outcome =
                RedriveOutcome.of(
                        new Reply(
                                ServiceName.MEETING,
                                403,
                                "{\"code\":\"FORBIDDEN\",\"detail\":\"Not with this role.\"}"),
                        1);
        assertThat(outcome.problem()).isEqualTo("FORBIDDEN");
        assertThat(outcome.detail()).isEqualTo("Not with this role.");
        assertThat(outcome.isSilent()).isFalse();
    }

    @Test
    void tickedEventsAreSortedByServiceAndWhatIsNoReferenceIsLeftOut() {
        assertThat(
                        RedriveRuns.idsByService(
                                List.of(
                                        "meeting:3",
                                        "registry:1",
                                        "meeting:4",
                                        "elsewhere:5",
                                        "meeting:x",
                                        "meeting")))
                .isEqualTo(
                        Map.of(
                                ServiceName.REGISTRY,
                                List.of(1L),
                                ServiceName.MEETING,
                                List.of(3L, 4L)));
    }

    private static RedriveOutcome outcome(
            long asked, long selected, long redriven, long failed, long blocked) {
        return RedriveOutcome.of(
                new Reply(
                        ServiceName.MEETING,
                        200,
                        "{\"selected\":%d,\"redriven\":%d,\"failed\":%d,\"blocked\":%d}"
                                .formatted(selected, redriven, failed, blocked)),
                asked);
    }
}
