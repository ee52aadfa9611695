package id.pkh.district.recount;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.manifest.Manifest;
import id.pkh.district.recount.ExpectedMeetings.GroupMonth;
import id.pkh.district.recount.ExpectedMeetings.NotHeld;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attendance, ladder, decisions, corrections and duty, with files written by hand. */
class HandmadeMeetingsTest {

    private static final String NIK_STEM = "177108450285";
    private static Expectations counted;

    @BeforeAll
    static void count() throws Exception {
        Path folder = Path.of("src/test/resources/handmade/meetings");
        counted = Recount.of(folder, Manifest.read(folder));
    }

    private static ExpectedFamily family(int number) {
        return counted.families().get(NIK_STEM + String.format("%04d", number));
    }

    private static String text(List<ExpectedStep> steps) {
        return String.join(
                " ",
                steps.stream()
                        .map(s -> s.period().substring(5) + ":" + s.cause() + ":" + s.step())
                        .toList());
    }

    @ParameterizedTest(name = "family {0}: {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "1, 01:REMINDER 02:SUSPENSION_WARNING 03:SUSPENSION_PROPOSED",
                "2, 01:REMINDER 02:SUSPENSION_WARNING",
                "3, 02:REMINDER 03:SUSPENSION_WARNING",
                "4, 01:REMINDER 03:REMINDER",
                "5, 01:REMINDER 03:REMINDER",
                "6, 01:REMINDER 03:REMINDER",
                "7, none",
                "11, none",
                "12, 01:REMINDER 02:SUSPENSION_WARNING"
            })
    void absencesFromGroupMeetingsClimbAndStartAgain(int number, String steps) {
        assertThat(
                        text(
                                family(number).standing().stream()
                                        .filter(s -> s.cause().equals(Ladder.GROUP_MEETING_ABSENCE))
                                        .toList()))
                .isEqualTo(
                        steps == null
                                ? ""
                                : steps.replaceAll("(\\d\\d):", "$1:GROUP_MEETING_ABSENCE:"));
    }

    @Test
    void absencesFromSessionsClimbToo() {
        assertThat(text(family(8).standing()))
                .isEqualTo(
                        "01:P2K2_ABSENCE:REMINDER 02:P2K2_ABSENCE:SUSPENSION_WARNING"
                                + " 03:P2K2_ABSENCE:SUSPENSION_PROPOSED");
        assertThat(text(family(7).standing()))
                .isEqualTo("01:P2K2_ABSENCE:REMINDER 02:P2K2_ABSENCE:SUSPENSION_WARNING");
    }

    @Test
    void aCorrectionTakesAProposalAwayAndLiftsTheSuspension() {
        assertThat(text(family(9).beforeCorrections())).endsWith("SUSPENSION_PROPOSED");
        assertThat(text(family(9).standing()))
                .endsWith("02:GROUP_MEETING_ABSENCE:SUSPENSION_WARNING");
        assertThat(family(9).decision()).isEqualTo("SUSPEND");
        assertThat(family(9).isLifted()).isTrue();
        assertThat(family(9).payment()).isEqualTo(new ExpectedPayment(600_000, "PAYABLE", true));
    }

    @Test
    void aCorrectionWithdrawsAWarning() {
        assertThat(text(family(10).beforeCorrections()))
                .endsWith("03:GROUP_MEETING_ABSENCE:SUSPENSION_WARNING");
        assertThat(text(family(10).standing())).isEqualTo("02:GROUP_MEETING_ABSENCE:REMINDER");
        assertThat(family(10).payment().warned()).isFalse();
    }

    @Test
    void theOfficerDismissesTheLowestNikAndSuspendsTheOthers() {
        assertThat(family(1).decision()).isEqualTo("DISMISS");
        assertThat(family(1).payment()).isEqualTo(new ExpectedPayment(600_000, "PAYABLE", true));
        assertThat(family(8).decision()).isEqualTo("SUSPEND");
        assertThat(family(8).payment()).isEqualTo(new ExpectedPayment(600_000, "HELD", true));
        assertThat(family(2).decision()).isEmpty();
    }

    @Test
    void aGroupExcusedForAMonthStartsAgain() {
        assertThat(text(family(21).standing())).isEqualTo("01:GROUP_MEETING_ABSENCE:REMINDER");
        assertThat(family(22).standing()).isEmpty();
        assertThat(counted.meetings().notHeld())
                .contains(
                        new NotHeld("17.71.08.1001-02", "2026-02", "DISASTER"),
                        new NotHeld("17.71.08.1001-02", "2026-03", "NO_SHEET_RECEIVED"));
    }

    @Test
    void aFacilitatorWhoHoldsNothingWarnsHerFamiliesAndProposesNothing() {
        assertThat(family(31).standing())
                .containsExactly(
                        new ExpectedStep(
                                "2026-03", "MEETING_NOT_HELD", 3, 3, "SUSPENSION_WARNING", true));
        assertThat(family(31).payment()).isEqualTo(new ExpectedPayment(600_000, "PAYABLE", true));
    }

    @Test
    void aCandidateHasNothing() {
        assertThat(family(41).active()).isFalse();
        assertThat(family(41).standing()).isEmpty();
        assertThat(family(41).payment()).isNull();
    }

    @Test
    void lapsesAreToldHigherMonthByMonth() {
        Set<String> kenanga = Set.of("17.71.08.1002-01");
        Set<String> melati = Set.of("17.71.08.1001-02");
        assertThat(counted.meetings().escalations())
                .containsExactlyInAnyOrder(
                        new Escalation("PDP-2", "2026-02", "GROUP_MEETING", "COORDINATOR", kenanga),
                        new Escalation(
                                "PDP-2",
                                "2026-03",
                                "GROUP_MEETING",
                                "REGENCY_COORDINATOR",
                                kenanga),
                        new Escalation("PDP-2", "2026-02", "P2K2", "COORDINATOR", kenanga),
                        new Escalation("PDP-2", "2026-03", "P2K2", "REGENCY_COORDINATOR", kenanga),
                        new Escalation("PDP-1", "2026-02", "P2K2", "COORDINATOR", melati),
                        new Escalation("PDP-1", "2026-03", "P2K2", "REGENCY_COORDINATOR", melati));
        assertThat(counted.meetings().lapses())
                .contains(
                        new ExpectedMeetings.Lapse("PDP-2", "2026-01", "GROUP_MEETING", kenanga),
                        new ExpectedMeetings.Lapse("PDP-1", "2026-03", "GROUP_MEETING", melati))
                .doesNotContain(
                        new ExpectedMeetings.Lapse("PDP-1", "2026-02", "GROUP_MEETING", melati));
    }

    @Test
    void whatWasHeldIsWhatHasASheet() {
        assertThat(counted.meetings().held())
                .containsExactlyInAnyOrder(
                        new GroupMonth("17.71.08.1001-01", "2026-01"),
                        new GroupMonth("17.71.08.1001-01", "2026-02"),
                        new GroupMonth("17.71.08.1001-01", "2026-03"),
                        new GroupMonth("17.71.08.1001-02", "2026-01"));
        assertThat(counted.meetings().sessions()).hasSize(3);
    }

    @Test
    void everyBadRowIsNamed() {
        assertThat(counted.refusals())
                .containsExactlyInAnyOrder(
                        new RowProblem("families.csv", 19, "nikpengurus"),
                        new RowProblem("families.csv", 20, "nikpengurus"),
                        new RowProblem("families.csv", 21, "nikpengurus"),
                        new RowProblem("families.csv", 22, "nokk"),
                        new RowProblem("families.csv", 23, "kodedesa"),
                        new RowProblem("families.csv", 24, "bank"),
                        new RowProblem("families.csv", 25, "status"),
                        new RowProblem("families.csv", 26, "pesertasejak"),
                        new RowProblem("members.csv", 20, "komponen"),
                        new RowProblem("members.csv", 21, "nokk"),
                        new RowProblem(
                                "attendance/2026-01/17.71.08.1001/17.71.08.1001-01.csv",
                                19,
                                "nikpengurus"),
                        new RowProblem(
                                "p2k2/2026-03/17.71.08.1001/17.71.08.1001-01.csv",
                                21,
                                "nikpengurus"));
    }
}
