package id.pkh.console.parked;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceName;
import id.pkh.console.parked.RedriveStatus.RedriveRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedriveStatusTest {

    private static final RedriveRef REF =
            new RedriveRef(
                    ServiceName.MEETING, UUID.fromString("01900000-0000-7000-8000-0000000000aa"));

    @Test
    void aServiceThatDoesNotAnswerIsAskedAgain() {
        RedriveStatus silent = RedriveStatus.of(REF, Reply.none(ServiceName.MEETING));

        assertThat(silent.isSilent()).isTrue();
        assertThat(new RedriveProgress(List.of(silent)).isDone()).isFalse();
        assertThat(silent.ref()).isEqualTo(REF.text());
    }

    @Test
    void aRefusalKeepsItsCodeAndWhatTheServiceSaysAndIsTheEnd() {
        RedriveStatus refused =
                RedriveStatus.of(
                        REF,
                        new Reply(
                                ServiceName.MEETING,
                                403,
                                "{\"code\":\"FORBIDDEN\",\"detail\":\"Not with this role.\"}"));

        assertThat(refused.problem()).isEqualTo("FORBIDDEN");
        assertThat(refused.detail()).isEqualTo("Not with this role.");
        assertThat(refused.isSilent()).isFalse();
        assertThat(new RedriveProgress(List.of(refused)).isDone()).isTrue();
    }

    @Test
    void theProgressIsThatOfAllServicesAndItIsDoneWhenEachIs() {
        RedriveStatus running = run("RUNNING", 100, 40);
        RedriveStatus done = run("DONE", 10, 10);

        RedriveProgress both = new RedriveProgress(List.of(running, done));
        assertThat(both.selected()).isEqualTo(110);
        assertThat(both.settled()).isEqualTo(50);
        assertThat(both.isDone()).isFalse();
        assertThat(both.isRunning()).isTrue();
        assertThat(new RedriveProgress(List.of(done)).isDone()).isTrue();
        assertThat(new RedriveProgress(List.of(run("STOPPED", 9, 3))).isDone()).isTrue();
    }

    @Test
    void whatWasAskedForIsSaidInWords() {
        assertThat(run("DONE", 1, 1).what()).isEqualTo("reason=HANDLER_FAILED&key=f-1");
    }

    @Test
    void anAddressThatNamesNoRedriveIsNone() {
        assertThat(RedriveRef.of(REF.text())).contains(REF);
        assertThat(RedriveRef.of("meeting")).isEmpty();
        assertThat(RedriveRef.of("elsewhere:" + REF.id())).isEmpty();
        assertThat(RedriveRef.of("meeting:7")).isEmpty();
    }

    @Test
    void tickedEventsAreSortedByServiceAndWhatIsNoReferenceIsLeftOut() {
        assertThat(
                        Redrives.idsByService(
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

    private static RedriveStatus run(String state, long selected, long settled) {
        return RedriveStatus.of(
                REF,
                new Reply(
                        ServiceName.MEETING,
                        200,
                        "{\"redrive_id\":\"%s\",\"state\":\"%s\",\"selected\":%d,\"settled\":%d,\"selection\":{\"ids\":null,\"reason\":\"HANDLER_FAILED\",\"key\":\"f-1\"}}"
                                .formatted(REF.id(), state, selected, settled)));
    }
}
