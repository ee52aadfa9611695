package id.pkh.meeting.meeting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttendanceMarkTest {

    @ParameterizedTest
    @CsvSource({
        "HADIR, PRESENT",
        "hadir, PRESENT",
        "'  Hadir ', PRESENT",
        "H, PRESENT",
        "DIWAKILI, PRESENT_BY_PROXY",
        "Diwakilkan, PRESENT_BY_PROXY",
        "W, PRESENT_BY_PROXY",
        "SAKIT, SICK",
        "S, SICK",
        "IZIN, PERMITTED",
        "Ijin, PERMITTED",
        "I, PERMITTED",
        "ALPA, ABSENT",
        "Alfa, ABSENT",
        "ALPHA, ABSENT",
        "A, ABSENT",
        "TIDAK HADIR, ABSENT",
        "'tidak   hadir', ABSENT",
        "'', UNMARKED",
        "'   ', UNMARKED"
    })
    void aMarkIsReadAsFacilitatorsWriteIt(String written, AttendanceMark mark) {
        assertThat(AttendanceMark.onSheet(written)).contains(mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "-", "X", "TIDAK", "HADIR/SAKIT", "1", "PRESENT", "TIDAKHADIR"})
    void anythingElseIsNoMark(String written) {
        assertThat(AttendanceMark.onSheet(written)).isEmpty();
    }

    @Test
    void aCodeIsTakenAsItStands() {
        for (AttendanceMark mark : AttendanceMark.values()) {
            assertThat(AttendanceMark.ofCode(mark.name())).contains(mark);
        }
        assertThat(AttendanceMark.ofCode("HADIR")).isEmpty();
        assertThat(AttendanceMark.ofCode("present")).isEmpty();
    }
}
