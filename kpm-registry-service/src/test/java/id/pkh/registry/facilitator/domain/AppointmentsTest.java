package id.pkh.registry.facilitator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AppointmentsTest {

    private static final String VILLAGE = "17.71.08.1001";

    static List<List<String>> cases() {
        return FacilitatorRulePage.rows("appointments", "village", "days", "permitted");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFacilitatorIsAssignedWhileAppointed(List<String> row) {
        assertThat(
                        FacilitatorRulePage.appointments(row.get(0))
                                .permit(row.get(1), FacilitatorRulePage.range(row.get(2))))
                .isEqualTo(row.get(3).equals("yes"));
    }

    @Test
    void aSuccessorIsAssignedUntilTheAppointmentsEnd() {
        Appointments two =
                FacilitatorRulePage.appointments(
                        "17.71.08 2026-01-01..2026-06-30; 17.71.08 2026-07-01..2026-12-31");
        assertThat(two.permittedFrom(VILLAGE, LocalDate.parse("2026-03-01")))
                .contains(FacilitatorRulePage.range("2026-03-01..2026-12-31"));
        assertThat(two.permittedFrom(VILLAGE, LocalDate.parse("2025-12-31"))).isEmpty();
        assertThat(two.permittedFrom(VILLAGE, LocalDate.parse("2027-01-01"))).isEmpty();
    }

    @Test
    void withoutAnAppointmentOnRecordItDependsOnThePolicy() {
        LocalDate day = LocalDate.parse("2026-03-01");
        assertThat(new Appointments(List.of(), false).permittedFrom(VILLAGE, day))
                .contains(new DutyRange(day, null));
        assertThat(new Appointments(List.of(), true).permittedFrom(VILLAGE, day)).isEmpty();
    }
}
