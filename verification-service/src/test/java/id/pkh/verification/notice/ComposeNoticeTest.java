package id.pkh.verification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.notice.ComposeNotice.FailedCommitment;
import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.LiftReason;
import id.pkh.verification.sanction.domain.DecisionKind;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.MoneyEffect;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ComposeNoticeTest {

    private static final LocalDate APPEAL_UNTIL = LocalDate.of(2026, 5, 17);
    private static final List<FailedCommitment> PUPIL =
            List.of(new FailedCommitment("SD", List.of("2026-02")));

    private final ComposeNotice compose = new ComposeNotice(new NoticeTexts());

    @TestFactory
    Stream<DynamicTest> every_cause_meets_every_step_a_policy_may_give_it() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            for (Step step : List.of(Step.REMINDER, Step.SUSPENSION_WARNING)) {
                tests.add(
                        DynamicTest.dynamicTest(
                                cause + " " + step + " protected",
                                () -> assertProtected(cause, step)));
            }
            for (Step step : Step.values()) {
                if (step != Step.NONE) {
                    tests.add(
                            DynamicTest.dynamicTest(
                                    cause + " " + step, () -> assertUnprotected(cause, step)));
                }
            }
        }
        return tests.stream();
    }

    private void assertProtected(Cause cause, Step step) {
        FamilyNotice notice = notice(due(cause, step, true, 1), List.of());
        assertReadable(notice);
        assertThat(notice.title()).contains("bukan kesalahan");
        assertThat(notice.text())
                .contains("bukan kesalahan keluarga Ibu/Bapak")
                .contains("Tidak ada bantuan yang ditahan");
    }

    private void assertUnprotected(Cause cause, Step step) {
        FamilyNotice notice = notice(due(cause, step, false, 1), List.of());
        assertReadable(notice);
        assertThat(notice.text()).doesNotContain("bukan kesalahan");
        if (step.isProposal()) {
            assertThat(notice.text()).contains("belum menjadi keputusan").contains("petugas");
        } else {
            assertThat(notice.text()).contains("tetap dibayarkan");
        }
    }

    private static void assertReadable(FamilyNotice notice) {
        assertThat(notice.title()).contains("PKH");
        assertThat(notice.text())
                .startsWith("Kepada keluarga penerima manfaat PKH,")
                .contains("2026")
                .contains("17 Mei 2026")
                .contains("keberatan")
                .doesNotContain("{")
                .doesNotContain("}");
        assertThat(notice.appealUntil()).isEqualTo(APPEAL_UNTIL);
    }

    @Test
    void says_which_month_and_how_many_are_running() {
        FamilyNotice second =
                notice(
                        due(Cause.GROUP_MEETING_ABSENCE, Step.SUSPENSION_WARNING, false, 2),
                        List.of());
        assertThat(second.text())
                .contains("Pada bulan Maret 2026")
                .contains("Ini sudah dua bulan berturut-turut.");
        FamilyNotice first =
                notice(due(Cause.GROUP_MEETING_ABSENCE, Step.REMINDER, false, 1), List.of());
        assertThat(first.text()).doesNotContain("berturut-turut");
    }

    @Test
    void says_whose_commitment_and_which_months() {
        FamilyNotice notice =
                notice(
                        due(Cause.COMMITMENT_NOT_MET, Step.SUSPENSION_PROPOSED, false, 2),
                        List.of(
                                new FailedCommitment("SD", List.of("2026-01", "2026-03")),
                                new FailedCommitment("ELDERLY", List.of("2026-01/2026-12")),
                                new FailedCommitment("SOMETHING_NEW", List.of())));
        assertThat(notice.text())
                .contains("triwulan 1 tahun 2026 (Januari sampai Maret)")
                .contains("- anak yang bersekolah di SD/sederajat: Januari 2026 dan Maret 2026")
                .contains("- lanjut usia: Januari 2026 sampai Desember 2026")
                .contains("- anggota keluarga")
                .contains("Ini sudah dua triwulan berturut-turut.");
    }

    @Test
    void says_who_has_to_act_when_nothing_was_sent() {
        DueStep facilitators = due(Cause.COMMITMENT_NOT_VERIFIED, Step.SUSPENSION_WARNING, true, 1);
        assertThat(notice(facilitators, PUPIL).text()).contains("Pendamping harus melengkapi data");
        DueStep schools =
                new DueStep(
                        facilitators.period(),
                        facilitators.cause(),
                        1,
                        1,
                        facilitators.step(),
                        true,
                        Attribution.SERVICE_POINT,
                        List.of(),
                        List.of(),
                        "P",
                        "L");
        assertThat(notice(schools, PUPIL).text()).contains("belum mengirimkan datanya");
    }

    @Test
    void says_that_a_withdrawn_step_counts_no_longer() {
        FamilyNotice notice =
                compose.compose(
                        due(Cause.P2K2_ABSENCE, Step.REMINDER, false, 1),
                        true,
                        null,
                        List.of(),
                        APPEAL_UNTIL);
        assertThat(notice.text()).contains("sudah dibatalkan").doesNotContain("keberatan");
        assertThat(notice.appealUntil()).isNull();
    }

    @Test
    void says_what_an_officer_decided() {
        DueStep proposal = due(Cause.GROUP_MEETING_ABSENCE, Step.SUSPENSION_PROPOSED, false, 3);
        assertThat(decided(proposal, DecisionKind.SUSPEND, MoneyEffect.HOLD, null))
                .contains("ditangguhkan mulai tanggal 1 April 2026")
                .contains("akan dibayarkan setelah");
        assertThat(decided(proposal, DecisionKind.SUSPEND, MoneyEffect.FORFEIT, null))
                .contains("tidak dibayarkan");
        assertThat(decided(proposal, DecisionKind.DISMISS, MoneyEffect.NONE, null))
                .contains("tidak dilanjutkan");
        assertThat(decided(proposal, DecisionKind.TERMINATE, MoneyEffect.NONE, null))
                .contains("berakhir");
        Decision.Lift lift =
                new Decision.Lift(
                        LiftReason.OFFICER, "note", "officer-1", APPEAL_UNTIL, Instant.EPOCH);
        assertThat(decided(proposal, DecisionKind.SUSPEND, MoneyEffect.HOLD, lift))
                .contains("telah dicabut");
    }

    private String decided(DueStep due, DecisionKind kind, MoneyEffect effect, Decision.Lift lift) {
        Decision decision =
                new Decision(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        due.step(),
                        new UUID(0, 3),
                        kind,
                        effect,
                        LocalDate.of(2026, 4, 1),
                        "visited",
                        "officer-1",
                        APPEAL_UNTIL,
                        Instant.EPOCH,
                        lift);
        return compose.compose(due, false, decision, List.of(), APPEAL_UNTIL).text();
    }

    private FamilyNotice notice(DueStep due, List<FailedCommitment> failed) {
        return compose.compose(due, false, null, failed, APPEAL_UNTIL);
    }

    private static DueStep due(Cause cause, Step step, boolean isProtected, int running) {
        return new DueStep(
                VerificationPeriod.parse(Cause.OF_MEETINGS.contains(cause) ? "2026-03" : "2026-Q1"),
                cause,
                running,
                running,
                step,
                isProtected,
                isProtected ? Attribution.FACILITATOR : Attribution.FAMILY,
                List.of(),
                List.of(),
                "LADDER-2026",
                "choice");
    }
}
