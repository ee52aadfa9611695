package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.withdrawal.domain.BankAnswer;
import id.pkh.disbursement.withdrawal.domain.FindingFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payments that were sent to a bank, with what the bank and the field state about each. */
public interface SentPayments {

    /** The order of the walk: by village, then by family. */
    record Position(String villageCode, UUID kpmId, UUID paymentId) {}

    /**
     * @param area to which the caller narrows the list; null for none
     * @param scope areas that the caller may see
     */
    record Selection(UUID cycleId, AreaScope area, AreaScope scope) {}

    /**
     * @param statusAt when the system learnt what the bank states
     * @param report the latest revision; null when there is none
     * @param disputedIdr what the family told another person, if it differed; null otherwise
     */
    record SentPayment(
            UUID paymentId,
            UUID kpmId,
            String villageCode,
            long paymentIdr,
            String bank,
            StatusAtBank status,
            Instant statusAt,
            Integer revision,
            WithdrawalFacts report,
            String reportedBy,
            Instant recordedAt,
            Long disputedIdr) {

        Position position() {
            return new Position(villageCode, kpmId, paymentId);
        }

        /** The report that counts; null when there is none, or when it was retracted. */
        public WithdrawalFacts counted() {
            return report == null || report.outcome() == WithdrawalOutcome.RETRACTED
                    ? null
                    : report;
        }

        public FindingFacts facts() {
            return new FindingFacts(
                    BankAnswer.of(status),
                    BusinessDates.on(statusAt),
                    paymentIdr,
                    counted(),
                    disputedIdr);
        }
    }

    /**
     * What is reported of the payments that are wanted; null where it does not matter.
     *
     * @param isReported whether a report counts
     */
    record Reported(
            Boolean isReported, WithdrawalOutcome outcome, String reasonCode, Boolean isCredited) {}

    /** The next payments of the walk of which this is reported, in its order. */
    List<SentPayment> reported(
            Selection selection, Reported reported, Position position, int limit);

    /** The next payments of the walk, in its order. */
    List<SentPayment> after(Selection selection, Position position, int limit);
}
