package id.pkh.meeting.meeting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.contracts.MeetingKinds;
import org.junit.jupiter.api.Test;

class MeetingKindTest {

    @Test
    void theNamesAreTheCodesOfThePublishedLanguage() {
        assertThat(MeetingKind.ofCode(MeetingKinds.GROUP_MEETING))
                .contains(MeetingKind.GROUP_MEETING);
        assertThat(MeetingKind.ofCode(MeetingKinds.P2K2)).contains(MeetingKind.P2K2);
    }

    @Test
    void anyOtherCodeIsNoKind() {
        assertThat(MeetingKind.ofCode("p2k2")).isEmpty();
        assertThat(MeetingKind.ofCode(null)).isEmpty();
    }
}
