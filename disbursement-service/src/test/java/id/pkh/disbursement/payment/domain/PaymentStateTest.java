package id.pkh.disbursement.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentStateTest {

    @ParameterizedTest(name = "{0} {1} on {2}: {3} {4}")
    @CsvSource({
        "PLANNED, PAYABLE,      CLEAR,   PLANNED, PAYABLE",
        "PLANNED, PAYABLE,      HOLD,    PLANNED, HELD",
        "PLANNED, PAYABLE,      FORFEIT, PLANNED, FORFEITED",
        "PLANNED, PAYABLE,      LOSE,    PLANNED, NOT_ELIGIBLE",
        "PLANNED, PAYABLE,      SEAL,    SEALED,  PAYABLE",
        "PLANNED, HELD,         CLEAR,   PLANNED, PAYABLE",
        "PLANNED, HELD,         HOLD,    PLANNED, HELD",
        "PLANNED, HELD,         FORFEIT, PLANNED, FORFEITED",
        "PLANNED, HELD,         LOSE,    PLANNED, NOT_ELIGIBLE",
        "PLANNED, HELD,         SEAL,    SEALED,  HELD",
        "PLANNED, FORFEITED,    CLEAR,   PLANNED, PAYABLE",
        "PLANNED, FORFEITED,    HOLD,    PLANNED, HELD",
        "PLANNED, FORFEITED,    FORFEIT, PLANNED, FORFEITED",
        "PLANNED, FORFEITED,    LOSE,    PLANNED, NOT_ELIGIBLE",
        "PLANNED, FORFEITED,    SEAL,    SEALED,  FORFEITED",
        "PLANNED, NOT_ELIGIBLE, CLEAR,   PLANNED, PAYABLE",
        "PLANNED, NOT_ELIGIBLE, HOLD,    PLANNED, HELD",
        "PLANNED, NOT_ELIGIBLE, FORFEIT, PLANNED, FORFEITED",
        "PLANNED, NOT_ELIGIBLE, LOSE,    PLANNED, NOT_ELIGIBLE",
        "PLANNED, NOT_ELIGIBLE, SEAL,    SEALED,  NOT_ELIGIBLE"
    })
    void aPlannedPaymentFollowsTheFactsUntilItIsSealed(
            PaymentStage stage,
            PaymentStatus status,
            PaymentTransition transition,
            PaymentStage nextStage,
            PaymentStatus nextStatus) {
        assertThat(new PaymentState(stage, status).on(transition))
                .contains(new PaymentState(nextStage, nextStatus));
    }

    @Test
    void aSealedPaymentDoesNotChangeAnyMore() {
        assertThat(Stream.of(PaymentStatus.values()).map(PaymentState::sealed))
                .allSatisfy(
                        state ->
                                assertThat(PaymentTransition.values())
                                        .allSatisfy(
                                                transition ->
                                                        assertThat(state.on(transition))
                                                                .isEmpty()));
    }
}
