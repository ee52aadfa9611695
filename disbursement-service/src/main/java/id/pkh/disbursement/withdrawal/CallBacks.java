package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.disbursement.withdrawal.WithdrawalReports.WithdrawalReport;
import id.pkh.disbursement.withdrawal.domain.CallBackOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What families told a person who had not reported their withdrawal, and whom to ask. */
public interface CallBacks {

    /**
     * An answer.
     *
     * @param reportId the revision that the family was asked about
     * @param amountIdr what the family says it received; null unless it differs
     */
    record CallBack(
            UUID callBackId,
            UUID paymentId,
            UUID reportId,
            CallBackOutcome outcome,
            Long amountIdr,
            LocalDate askedOn,
            String askedBy,
            Instant recordedAt) {}

    /**
     * A withdrawal of the sample that no family was asked about.
     *
     * @param attempts how often the family was not reached
     */
    record OpenCallBack(
            UUID paymentId,
            UUID kpmId,
            String villageCode,
            int revision,
            long withdrawnIdr,
            LocalDate withdrawnOn,
            String channel,
            String reportedBy,
            LocalDate waitsSince,
            long attempts) {}

    /** Keeps what is open in step with reports that were just added. */
    void follow(List<WithdrawalReport> added);

    /** Everyone who ever reported about a payment. */
    Set<String> reportersOf(UUID paymentId);

    /** Adds an answer about the latest report of a payment. */
    void add(CallBack callBack);

    /** The answers about a payment, the latest first, those before the given one. */
    List<CallBack> of(UUID paymentId, UUID before, int limit);

    /** What is open, by village; one more than the limit when there are more. */
    List<OpenCallBack> open(Selection selection, String afterVillage, UUID afterPayment, int limit);
}
