package id.pkh.disbursement.report;

import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.report.domain.Booking.Meaning;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The attempts to pay that a notification names, in whichever files they were sent. */
public interface SentAttempts {

    /**
     * @param account the account to which the payment was sent; null where it is paid in cash
     * @param credit the credit that a bank booked; null when none is booked
     * @param back the return that a bank booked; null when none is booked
     */
    record SentAttempt(
            Instruction instruction, UUID batchId, String account, Posted credit, Posted back) {}

    /**
     * A booking that is posted now.
     *
     * @param kind a credit or a return
     */
    record NewBooking(
            UUID instructionId, Meaning kind, LocalDate day, String bankRef, int lineNo) {}

    /** The debit of a payment file as one sum, which is posted now. */
    record FileDebit(UUID batchId, LocalDate day, String bankRef, int lineNo) {}

    /** The sent batches of the bank that the waiting lines of a report name, in their order. */
    List<UUID> namedBatches(UUID reportId, String bank);

    /** Keeps the batches that a report names; only their attempts are matched. */
    void addBatches(UUID reportId, List<UUID> batchIds);

    /** The batches that a report names, in their order. */
    List<UUID> batchesOf(UUID reportId);

    List<SentAttempt> byIds(UUID reportId, Collection<UUID> instructionIds);

    /** The attempts of payments in the batches of the report, of each payment in their order. */
    List<SentAttempt> byPayments(UUID reportId, Collection<UUID> paymentIds);

    void post(UUID reportId, List<NewBooking> bookings);

    /** The debits as one sum that are posted for batches of the report, by batch. */
    Map<UUID, Posted> debitsOf(UUID reportId);

    void postDebits(UUID reportId, List<FileDebit> debits);
}
