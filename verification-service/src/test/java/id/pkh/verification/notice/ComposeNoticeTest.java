package id.pkh.verification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.decision.domain.NoticeRoute;
import id.pkh.verification.notice.ComposeNotice.FailedCommitment;
import id.pkh.verification.notice.ComposeNotice.FamilyDecision;
import id.pkh.verification.sanction.domain.DueStep;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeNoticeTest {

    private static final LocalDate APPEAL_UNTIL = LocalDate.of(2026, 5, 17);
    private static final AppealTerm TERM = new AppealTerm(APPEAL_UNTIL, 30);
    private static final AppealTerm TERM_UNDELIVERED = new AppealTerm(null, 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 20);
    private static final LocalDate IN_EFFECT = LocalDate.of(2026, 4, 1);
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
    void names_a_member_even_if_none_is_on_record_any_more() {
        assertThat(notice(due(Cause.COMMITMENT_NOT_MET, Step.REMINDER, false, 1), List.of()).text())
                .contains("belum terpenuhi:\n- anggota keluarga\n\n");
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
                compose.withdrawn(due(Cause.P2K2_ABSENCE, Step.REMINDER, false, 1), null);
        assertThat(notice.text()).contains("sudah dibatalkan").doesNotContain("keberatan");
        assertThat(notice.appealUntil()).isNull();
    }

    @Test
    void says_what_an_officer_decided() {
        DueStep proposal = due(Cause.GROUP_MEETING_ABSENCE, Step.SUSPENSION_PROPOSED, false, 3);
        assertThat(decided(proposal, Measure.SUSPEND, MoneyEffect.HOLD, IN_EFFECT, null))
                .contains("ditangguhkan mulai tanggal 1 April 2026")
                .contains("akan dibayarkan setelah");
        assertThat(decided(proposal, Measure.SUSPEND, MoneyEffect.FORFEIT, IN_EFFECT, null))
                .contains("tidak dibayarkan");
        assertThat(decided(proposal, Measure.DISMISS, MoneyEffect.NONE, null, null))
                .contains("tidak dilanjutkan");
        assertThat(decided(proposal, Measure.TERMINATE, MoneyEffect.NONE, IN_EFFECT, null))
                .contains("berakhir");
        assertThat(
                        decided(
                                proposal,
                                Measure.SUSPEND,
                                MoneyEffect.HOLD,
                                IN_EFFECT,
                                LiftReason.OFFICER))
                .contains("telah berakhir")
                .contains("yang ditahan akan dibayarkan");
    }

    /** Whether the money that was withheld is paid, by the rule of entitlement. */
    @ParameterizedTest
    @CsvSource({
        "SUSPEND,   HOLD,    COMMITMENT_MET, true",
        "SUSPEND,   HOLD,    CORRECTED_FACT, true",
        "SUSPEND,   HOLD,    APPEAL_UPHELD,  true",
        "SUSPEND,   HOLD,    OFFICER_ERROR,  true",
        "SUSPEND,   HOLD,    OFFICER,        true",
        "SUSPEND,   FORFEIT, COMMITMENT_MET, false",
        "SUSPEND,   FORFEIT, OFFICER,        false",
        "SUSPEND,   FORFEIT, CORRECTED_FACT, true",
        "SUSPEND,   FORFEIT, APPEAL_UPHELD,  true",
        "SUSPEND,   FORFEIT, OFFICER_ERROR,  true",
        "TERMINATE, NONE,    CORRECTED_FACT, true",
        "TERMINATE, NONE,    APPEAL_UPHELD,  true",
        "GRADUATE,  NONE,    OFFICER_ERROR,  true",
        "MOVE,      NONE,    OFFICER_ERROR,  true",
        "DECEASE,   NONE,    OFFICER_ERROR,  true",
    })
    void promises_after_a_lift_what_is_paid(
            Measure measure, MoneyEffect effect, LiftReason reason, boolean isPaid) {
        String text =
                compose.decided(alone(decision(measure, effect, IN_EFFECT, reason)), TERM, TODAY)
                        .text();
        if (isPaid) {
            assertThat(text).contains(" akan dibayarkan").doesNotContain("tetap tidak dibayarkan");
        } else {
            assertThat(text).doesNotContain(" akan dibayarkan").contains("tetap tidak dibayarkan");
        }
        assertThat(text).doesNotContain("keberatan");
    }

    @ParameterizedTest
    @EnumSource(
            value = Measure.class,
            names = {"SUSPEND", "DISMISS"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_measure_on_a_proposal_has_a_notice(Measure measure) {
        FamilyNotice notice =
                compose.decided(
                        alone(decision(measure, MoneyEffect.NONE, null, null)),
                        TERM_UNDELIVERED,
                        TODAY);
        assertThat(notice.title()).contains("PKH");
        // the earliest day has passed, and nothing applies before its delivery
        assertThat(notice.text()).contains("20 April 2026").doesNotContain("{");
        if (measure.isAgainstFamily()) {
            assertThat(notice.text())
                    .contains("baru berlaku setelah disampaikan")
                    .contains("dalam 30 hari setelah pemberitahuan ini disampaikan");
        }
    }

    @Test
    void says_that_a_decision_never_took_effect_when_it_was_lifted_before() {
        assertThat(
                        compose.decided(
                                        alone(
                                                decision(
                                                        Measure.SUSPEND,
                                                        MoneyEffect.FORFEIT,
                                                        null,
                                                        LiftReason.CORRECTED_FACT)),
                                        TERM,
                                        TODAY)
                                .text())
                .contains("dicabut sebelum berlaku")
                .contains("tidak ada bantuan yang ditahan");
    }

    @Test
    void a_day_in_the_past_is_not_a_window() {
        FamilyNotice notice =
                compose.step(
                        due(Cause.GROUP_MEETING_ABSENCE, Step.REMINDER, false, 1),
                        List.of(),
                        TERM,
                        APPEAL_UNTIL.plusDays(1));
        assertThat(notice.text())
                .contains("telah lewat pada tanggal 17 Mei 2026")
                .doesNotContain("paling lambat");
        assertThat(notice.appealUntil()).isNull();
    }

    private String decided(
            DueStep due,
            Measure measure,
            MoneyEffect effect,
            LocalDate inEffectFrom,
            LiftReason lift) {
        return compose.decided(
                        due,
                        alone(decision(measure, effect, inEffectFrom, lift)),
                        List.of(),
                        TERM,
                        TODAY)
                .text();
    }

    private static FamilyDecision alone(Decision decision) {
        return new FamilyDecision(decision, false);
    }

    private static Decision decision(
            Measure measure, MoneyEffect effect, LocalDate inEffectFrom, LiftReason reason) {
        return new Decision(
                new UUID(0, 1),
                new UUID(0, 2),
                null,
                null,
                new UUID(0, 3),
                measure,
                effect,
                LocalDate.of(2026, 4, 1),
                "REASON",
                "visited",
                "officer-1",
                "officer-2",
                TODAY,
                Instant.EPOCH,
                new UUID(0, 4),
                false,
                inEffectFrom == null
                        ? null
                        : new Decision.Delivery(
                                new UUID(0, 5),
                                NoticeRoute.LETTER,
                                inEffectFrom,
                                inEffectFrom,
                                inEffectFrom),
                inEffectFrom,
                false,
                null,
                reason == null
                        ? null
                        : new Decision.Lift(reason, "note", "officer-3", TODAY, Instant.EPOCH));
    }

    private FamilyNotice notice(DueStep due, List<FailedCommitment> failed) {
        return compose.step(due, failed, TERM, TODAY);
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
