package id.pkh.disbursement.payment.domain;

import static id.pkh.disbursement.payment.domain.PaymentFixture.CYCLE;
import static id.pkh.disbursement.payment.domain.PaymentFixture.KPM;
import static id.pkh.disbursement.payment.domain.PaymentFixture.PAYMENT;
import static id.pkh.disbursement.payment.domain.PaymentFixture.VILLAGE;
import static id.pkh.disbursement.payment.domain.PaymentFixture.facts;
import static id.pkh.disbursement.payment.domain.PaymentFixture.familyWithSchoolChild;
import static id.pkh.disbursement.payment.domain.PaymentFixture.secondQuarter;
import static id.pkh.disbursement.payment.domain.PaymentFixture.warning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.RulePage;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.sanction.domain.LadderStep;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentChangeTest {

    private final Payment payable = planned("none");

    @Test
    void theSameVerdictChangesNothing() {
        assertThat(PaymentChange.between(payable, payable.revised(VILLAGE, verdict("none"))))
                .isEmpty();
    }

    @Test
    void aHoldIsPublishedAndRecordedInTheHistory() {
        PaymentChange change = change(payable, "HOLD 2026-04-01");

        assertThat(change.isAnnounced()).isTrue();
        assertThat(change.isRemembered()).isTrue();
        assertThat(change.becomes(PaymentStatus.HELD)).isTrue();
        assertThat(change.isRelease()).isFalse();
    }

    @Test
    void aSecondHoldIsRecordedInTheHistoryButNotPublished() {
        PaymentChange change =
                change(planned("HOLD 2026-04-01"), "HOLD 2026-04-01; HOLD 2026-05-01");

        assertThat(change.isAnnounced()).isFalse();
        assertThat(change.isRemembered()).isTrue();
    }

    @Test
    void aReminderIsStoredButNeitherPublishedNorRecordedInTheHistory() {
        PaymentVerdict reminded =
                verdict(
                        "none",
                        new LadderStep(LadderStep.REMINDER, "P2K2_ABSENCE", "2026-01", 1, false));

        PaymentChange change =
                PaymentChange.between(payable, payable.revised(VILLAGE, reminded)).orElseThrow();

        assertThat(change.isAnnounced()).isFalse();
        assertThat(change.isRemembered()).isFalse();
    }

    @Test
    void aWarningIsPublished() {
        PaymentVerdict warned = verdict("none", warning("P2K2_ABSENCE", "2026-02"));

        PaymentChange change =
                PaymentChange.between(payable, payable.revised(VILLAGE, warned)).orElseThrow();

        assertThat(change.isAnnounced()).isTrue();
        assertThat(change.after().isWarned()).isTrue();
    }

    @Test
    void aWithheldPaymentThatIsPayableNowIsReleased() {
        assertThat(change(planned("HOLD 2026-04-01"), "HOLD 2026-04-01 lifted OFFICER").isRelease())
                .isTrue();
        assertThat(
                        change(planned("FORFEIT 2026-04-01"), "FORFEIT 2026-04-01 lifted OFFICER")
                                .isRelease())
                .isTrue();
        assertThat(
                        change(
                                        planned("TERMINATE 2026-04-01"),
                                        "TERMINATE 2026-04-01 lifted OFFICER")
                                .isRelease())
                .isFalse();
    }

    @Test
    void aPaymentThatNeverExistedIsNotPublished() {
        PaymentChange change = new PaymentChange(null, planned("TERMINATE 2026-04-01"));

        assertThat(change.isAnnounced()).isFalse();
        assertThat(change.isRemembered()).isTrue();
    }

    @Test
    void theAmountOfALostPaymentIsKept() {
        PaymentVerdict gone =
                PaymentRule.decide(
                        facts(
                                familyWithSchoolChild("GRADUATED", "BRI", true),
                                RulePage.decisions("none")),
                        secondQuarter(),
                        RulePage.terms());

        Payment after = payable.revised(VILLAGE, gone);

        assertThat(after.status()).isEqualTo(PaymentStatus.NOT_ELIGIBLE);
        assertThat(after.amount()).isEqualTo(Rupiah.of(225_000));
        assertThat(after.reasons()).containsExactly("NOT_ACTIVE");
    }

    @Test
    void aCompensatingPaymentHasTheSameAmountAndNamesThePaymentThatItCompensates() {
        Payment held = planned("HOLD 2026-04-01");

        Payment compensation = held.compensation(new UUID(1, 1), "CORRECTED_FACT");

        assertThat(compensation.kind()).isEqualTo(PaymentKind.COMPENSATING);
        assertThat(compensation.amount()).isEqualTo(held.amount());
        assertThat(compensation.status()).isEqualTo(PaymentStatus.PAYABLE);
        assertThat(compensation.compensates()).isEqualTo(held.paymentId());
        assertThat(compensation.blockedBy()).isEmpty();
    }

    @Test
    void aPaymentOfZeroIsRefused() {
        PaymentVerdict nothing =
                PaymentRule.decide(
                        facts(
                                familyWithSchoolChild("GRADUATED", "BRI", true),
                                RulePage.decisions("none")),
                        secondQuarter(),
                        RulePage.terms());

        assertThatThrownBy(() -> Payment.planned(PAYMENT, KPM, CYCLE, VILLAGE, nothing))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PaymentChange change(Payment before, String decisions) {
        return PaymentChange.between(before, before.revised(VILLAGE, verdict(decisions)))
                .orElseThrow();
    }

    private static Payment planned(String decisions) {
        return Payment.planned(PAYMENT, KPM, CYCLE, VILLAGE, verdict(decisions));
    }

    private static PaymentVerdict verdict(String decisions, LadderStep... steps) {
        return PaymentRule.decide(
                facts(
                        familyWithSchoolChild("ACTIVE", "BRI", true),
                        RulePage.decisions(decisions),
                        steps),
                secondQuarter(),
                RulePage.terms());
    }
}
