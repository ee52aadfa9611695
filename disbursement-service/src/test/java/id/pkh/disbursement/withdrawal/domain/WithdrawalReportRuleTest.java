package id.pkh.disbursement.withdrawal.domain;

import static id.pkh.disbursement.withdrawal.domain.WithdrawalFixture.notWithdrawn;
import static id.pkh.disbursement.withdrawal.domain.WithdrawalFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.withdrawal.domain.ReportVerdict.Recorded;
import id.pkh.disbursement.withdrawal.domain.ReportVerdict.Refused;
import id.pkh.disbursement.withdrawal.domain.ReportVerdict.Unchanged;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which reports are recorded, by the table of the rules page. */
class WithdrawalReportRuleTest {

    private static final LocalDate SENT_ON = LocalDate.of(2026, 6, 10);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 20);
    private static final Set<String> REASONS = Set.of("PIN_BLOCKED");

    static List<List<String>> revisions() {
        return RuleTable.rows("withdrawals.md", "latest", "sent", "names", "result");
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void aReportIsRecordedAsThePageSays(List<String> row) {
        ReportVerdict verdict =
                WithdrawalReportRule.judge(
                        SENT_ON,
                        current(row.get(0)),
                        facts(row.get(1)),
                        row.get(2).equals("none") ? null : Integer.valueOf(row.get(2)),
                        REASONS,
                        TODAY);
        assertThat(text(verdict)).isEqualTo(row.get(3));
    }

    @Test
    void aPaymentThatWasNotSentIsNotReportedAbout() {
        assertThat(
                        WithdrawalReportRule.judge(
                                null, null, withdrawn(1, TODAY), null, REASONS, TODAY))
                .isEqualTo(new Refused("PAYMENT_NOT_SENT", "payment_id"));
    }

    @Test
    void aReasonThatIsNotKnownIsRefused() {
        assertThat(
                        WithdrawalReportRule.judge(
                                SENT_ON,
                                null,
                                notWithdrawn("CARD_LOST", TODAY),
                                null,
                                REASONS,
                                TODAY))
                .isEqualTo(new Refused("WITHDRAWAL_REASON_UNKNOWN", "reason_code"));
    }

    @Test
    void aReportHasWhatItsOutcomeNeedsAndNothingElse() {
        WithdrawalEvidence none = WithdrawalEvidence.NONE;
        WithdrawalChannel atm = WithdrawalChannel.ATM;
        WithdrawalOutcome yes = WithdrawalOutcome.WITHDRAWN;
        WithdrawalOutcome no = WithdrawalOutcome.NOT_WITHDRAWN;
        WithdrawalOutcome back = WithdrawalOutcome.RETRACTED;
        assertThat(fault(yes, null, TODAY, atm, null, none)).isEqualTo("amount_idr");
        assertThat(fault(yes, 0L, TODAY, atm, null, none)).isEqualTo("amount_idr");
        assertThat(fault(yes, 1L, TODAY, atm, null, none)).isEqualTo("none");
        assertThat(fault(yes, 1L, TODAY, null, null, none)).isEqualTo("channel");
        assertThat(fault(yes, 1L, null, atm, null, none)).isEqualTo("occurred_on");
        assertThat(fault(yes, 1L, TODAY, atm, "OTHER", none)).isEqualTo("reason_code");
        assertThat(fault(no, null, TODAY, null, "OTHER", none)).isEqualTo("none");
        assertThat(fault(no, null, TODAY, null, null, none)).isEqualTo("reason_code");
        assertThat(fault(no, 1L, TODAY, null, "OTHER", none)).isEqualTo("amount_idr");
        assertThat(fault(no, null, TODAY, atm, "OTHER", none)).isEqualTo("channel");
        assertThat(fault(no, null, null, null, "OTHER", none)).isEqualTo("occurred_on");
        assertThat(fault(back, null, null, null, null, none)).isEqualTo("none");
        assertThat(fault(back, null, TODAY, null, null, none)).isEqualTo("occurred_on");
        assertThat(fault(back, null, null, null, null, evidence(EvidenceKind.RECEIPT, "no", null)))
                .isEqualTo("evidence");
        assertThat(fault(yes, 1L, TODAY, atm, null, evidence(EvidenceKind.NONE, "no", null)))
                .isEqualTo("evidence");
        assertThat(fault(yes, 1L, TODAY, atm, null, evidence(EvidenceKind.RECEIPT, null, "ab")))
                .isEqualTo("evidence");
        assertThat(fault(yes, 1L, TODAY, atm, null, evidence(EvidenceKind.PHOTO, null, "ab")))
                .isEqualTo("none");
    }

    private static String fault(
            WithdrawalOutcome outcome,
            Long amountIdr,
            LocalDate day,
            WithdrawalChannel channel,
            String reason,
            WithdrawalEvidence evidence) {
        return new WithdrawalFacts(outcome, amountIdr, day, channel, reason, null, evidence)
                .fieldAtFault()
                .orElse("none");
    }

    private static WithdrawalEvidence evidence(EvidenceKind kind, String reference, String sha256) {
        return new WithdrawalEvidence(kind, reference, sha256);
    }

    private static CurrentReport current(String cell) {
        if (cell.equals("none")) {
            return null;
        }
        int revision = Integer.parseInt(cell.split(" ")[0]);
        return new CurrentReport(revision, facts(cell.substring(cell.indexOf(' ') + 1)));
    }

    private static WithdrawalFacts facts(String cell) {
        String[] words = cell.split(" ");
        return switch (words[0]) {
            case "W" -> withdrawn(225_000, day(words[1]));
            case "N" -> notWithdrawn("PIN_BLOCKED", day(words[1]));
            default -> WithdrawalFacts.RETRACTED;
        };
    }

    private static LocalDate day(String dayOfJune) {
        return LocalDate.of(2026, 6, Integer.parseInt(dayOfJune));
    }

    private static String text(ReportVerdict verdict) {
        if (verdict instanceof Recorded recorded) {
            return "revision " + recorded.revision();
        }
        return verdict instanceof Unchanged unchanged
                ? "unchanged " + unchanged.revision()
                : ((Refused) verdict).code();
    }
}
