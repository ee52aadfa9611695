package id.pkh.disbursement.payment.messaging;

import static id.pkh.disbursement.payment.domain.PaymentFixture.CYCLE;
import static id.pkh.disbursement.payment.domain.PaymentFixture.KPM;
import static id.pkh.disbursement.payment.domain.PaymentFixture.PAYMENT;
import static id.pkh.disbursement.payment.domain.PaymentFixture.VILLAGE;
import static id.pkh.disbursement.payment.domain.PaymentFixture.facts;
import static id.pkh.disbursement.payment.domain.PaymentFixture.familyWithSchoolChild;
import static id.pkh.disbursement.payment.domain.PaymentFixture.secondQuarter;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.contracts.Event;
import id.pkh.contracts.disbursement.EntitlementCalculated;
import id.pkh.contracts.disbursement.PaymentForfeited;
import id.pkh.contracts.disbursement.PaymentHeld;
import id.pkh.contracts.disbursement.PaymentReleased;
import id.pkh.disbursement.RulePage;
import id.pkh.disbursement.payment.AnnouncedChange;
import id.pkh.disbursement.payment.domain.Payment;
import id.pkh.disbursement.payment.domain.PaymentChange;
import id.pkh.disbursement.payment.domain.PaymentRule;
import id.pkh.disbursement.payment.domain.PaymentVerdict;
import id.pkh.disbursement.payment.domain.ReleaseRule.Release;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentEventsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-02");
    private static final Instant NOW = Instant.parse("2026-04-02T03:00:00Z");
    private static final Release RELEASE = new Release(new UUID(0, 1), "CORRECTED_FACT");

    @Test
    void aNewPaymentIsAnEntitlement() {
        List<Event> events = events(null, planned("none"), null);

        assertThat(events).hasSize(1);
        EntitlementCalculated calculated = (EntitlementCalculated) events.get(0);
        assertThat(calculated.amountIdr()).isEqualTo(225_000);
        assertThat(calculated.status()).isEqualTo("PAYABLE");
        assertThat(calculated.components()).hasSize(1);
        assertThat(calculated.cycleCode()).isEqualTo("2026-T2");
    }

    @Test
    void aNewHeldPaymentIsAnEntitlementAndAHold() {
        List<Event> events = events(null, planned("HOLD 2026-04-01"), null);

        assertThat(events)
                .hasExactlyElementsOfTypes(EntitlementCalculated.class, PaymentHeld.class);
        assertThat(((PaymentHeld) events.get(1)).decisionId()).isEqualTo(new UUID(0, 1));
    }

    @Test
    void aForfeitNamesTheDecisionThatForfeits() {
        List<Event> events =
                events(
                        planned("HOLD 2026-04-01"),
                        planned("HOLD 2026-04-01; FORFEIT 2026-05-01"),
                        null);

        assertThat(events)
                .hasExactlyElementsOfTypes(EntitlementCalculated.class, PaymentForfeited.class);
        assertThat(((PaymentForfeited) events.get(1)).decisionId()).isEqualTo(new UUID(0, 2));
    }

    @Test
    void aReleaseBeforeSealingIsNotCompensating() {
        List<Event> events = events(planned("HOLD 2026-04-01"), planned("none"), RELEASE);

        assertThat(events)
                .hasExactlyElementsOfTypes(EntitlementCalculated.class, PaymentReleased.class);
        PaymentReleased released = (PaymentReleased) events.get(1);
        assertThat(released.compensating()).isFalse();
        assertThat(released.reason()).isEqualTo("CORRECTED_FACT");
    }

    @Test
    void aCompensatingPaymentIsAReleaseAndNothingElse() {
        Payment compensating =
                planned("HOLD 2026-04-01").compensation(new UUID(9, 9), "CORRECTED_FACT");

        List<Event> events = events(null, compensating, RELEASE);

        assertThat(events).hasExactlyElementsOfTypes(PaymentReleased.class);
        assertThat(((PaymentReleased) events.get(0)).compensating()).isTrue();
        assertThat(((PaymentReleased) events.get(0)).paymentId()).isEqualTo(new UUID(9, 9));
    }

    @Test
    void aPaymentWithoutEntitlementIsPublishedAsAnEntitlementOfZero() {
        List<Event> events = events(planned("none"), planned("TERMINATE 2026-04-01"), null);

        EntitlementCalculated calculated = (EntitlementCalculated) events.get(0);
        assertThat(events).hasSize(1);
        assertThat(calculated.amountIdr()).isZero();
        assertThat(calculated.components()).isEmpty();
        assertThat(calculated.status()).isEqualTo("NOT_ELIGIBLE");
    }

    private static List<Event> events(Payment before, Payment after, Release release) {
        return PaymentEvents.of(
                new AnnouncedChange(secondQuarter(), new PaymentChange(before, after), release),
                TODAY,
                NOW);
    }

    private static Payment planned(String decisions) {
        PaymentVerdict verdict =
                PaymentRule.decide(
                        facts(
                                familyWithSchoolChild("ACTIVE", "BRI", true),
                                RulePage.decisions(decisions)),
                        secondQuarter(),
                        RulePage.terms());
        return Payment.planned(PAYMENT, KPM, CYCLE, VILLAGE, verdict);
    }
}
