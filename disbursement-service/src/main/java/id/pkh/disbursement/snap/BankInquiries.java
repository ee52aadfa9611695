package id.pkh.disbursement.snap;

import id.pkh.disbursement.snap.client.SnapClient.Answer;
import id.pkh.disbursement.snap.domain.TransferState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Questions to banks, each stored before it leaves and completed with its answer. */
public interface BankInquiries {

    /**
     * An attempt to pay, about which a bank can be asked.
     *
     * @param status at the bank, as we know it
     */
    record Attempt(UUID instructionId, UUID paymentId, String bank, String status) {}

    /**
     * A question.
     *
     * @param state null until it is answered
     */
    record Inquiry(
            UUID inquiryId,
            UUID instructionId,
            String bank,
            String askedBy,
            Instant askedAt,
            TransferState state,
            String responseCode,
            String latestStatus,
            String bankRef,
            Instant answeredAt) {}

    /** The latest attempt of a payment that was sent. */
    Optional<Attempt> latest(UUID paymentId);

    /** The number under which the bank gets the question; digits, never used twice. */
    String ask(UUID inquiryId, Attempt attempt, String by, Instant at);

    void answer(UUID inquiryId, TransferState state, Answer answer, Instant at);

    /** The questions about a payment, the latest first. */
    List<Inquiry> of(UUID paymentId, int limit);
}
