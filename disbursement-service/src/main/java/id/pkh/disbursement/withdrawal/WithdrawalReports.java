package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.withdrawal.ReportablePayments.ReportablePayment;
import id.pkh.disbursement.withdrawal.domain.CurrentReport;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was reported about payments, in revisions that are only added. */
public interface WithdrawalReports {

    /**
     * A revision.
     *
     * @param listId the attendance list that it comes from; null for none
     */
    record WithdrawalReport(
            UUID reportId,
            ReportablePayment payment,
            int revision,
            WithdrawalFacts facts,
            UUID listId,
            boolean isSampled,
            String reportedBy,
            Instant recordedAt) {}

    /** A revision as people read it. */
    record ReportLine(
            UUID reportId,
            int revision,
            WithdrawalFacts facts,
            UUID listId,
            String reportedBy,
            Instant recordedAt) {}

    /** The latest revision of each payment that has one. The families must be locked. */
    Map<UUID, CurrentReport> current(Collection<UUID> paymentIds);

    /**
     * The latest revisions of these payments that come from a revision of this list, by payment. A
     * payment that was reported otherwise meanwhile is left out.
     */
    Map<UUID, Integer> latestOfList(UUID firstListId, Collection<UUID> paymentIds);

    void add(List<WithdrawalReport> reports);

    /** All revisions of a payment, the latest first, those before the given one. */
    List<ReportLine> revisions(UUID paymentId, int beforeRevision, int limit);
}
