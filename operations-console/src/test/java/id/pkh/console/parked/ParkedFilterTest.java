package id.pkh.console.parked;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.console.call.ServiceName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParkedFilterTest {

    @Test
    void anEmptyFilterAsksEveryServiceForWhatIsParked() {
        ParkedFilter filter = new ParkedFilter(null, " ", null, "", null, null);
        assertThat(filter.services()).containsExactly(ServiceName.values());
        assertThat(filter.listPath(50, ""))
                .isEqualTo("/api/v1/operations/parked-events?state=PARKED&limit=50");
    }

    @Test
    void criteriaAreEncodedForAnAddress() {
        ParkedFilter filter =
                new ParkedFilter("meeting", null, "a&b=c", null, "HANDLER_FAILED", null);
        assertThat(filter.services()).containsExactly(ServiceName.MEETING);
        assertThat(filter.asQuery())
                .isEqualTo("key=a%26b%3Dc&reason=HANDLER_FAILED&service=meeting");
        assertThat(filter.selection())
                .isEqualTo(Map.of("key", "a&b=c", "reason", "HANDLER_FAILED"));
    }

    @Test
    void aRedriveOfEverythingThereIsIsNotOffered() {
        assertThat(filter("", "").mayBeRedrivenAsAWhole()).isFalse();
        assertThat(new ParkedFilter("meeting", "", "", "", "", "").mayBeRedrivenAsAWhole())
                .isFalse();
        assertThat(filter("TYPE_UNKNOWN", "").mayBeRedrivenAsAWhole()).isTrue();
        assertThat(filter("TYPE_UNKNOWN", "DISCARDED").mayBeRedrivenAsAWhole()).isFalse();
    }

    @Test
    void anUnknownServiceOrStateIsLikeNone() {
        ParkedFilter filter = new ParkedFilter("http://elsewhere", "", "", "", "", "DROPPED");
        assertThat(filter.services()).hasSize(4);
        assertThat(filter.showsOpen()).isTrue();
    }

    private static ParkedFilter filter(String reason, String state) {
        return new ParkedFilter("", "", "", "", reason, state);
    }
}
