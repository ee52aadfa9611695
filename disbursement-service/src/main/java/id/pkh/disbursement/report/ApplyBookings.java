package id.pkh.disbursement.report;

import static id.pkh.disbursement.withdrawal.domain.WithdrawalReportRule.WITHDRAWAL_ALREADY_REPORTED;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.money.PostStatusChanges;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.disbursement.report.JudgedBookings.InBatch;
import id.pkh.disbursement.report.MatchLines.MatchedLine;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.withdrawal.PaymentKey;
import id.pkh.disbursement.withdrawal.RecordWithdrawals;
import id.pkh.disbursement.withdrawal.ReportOutcome;
import id.pkh.disbursement.withdrawal.Reporter;
import id.pkh.disbursement.withdrawal.StatedReport;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import id.pkh.disbursement.withdrawal.domain.WithdrawalEvidence;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Applies some lines of a notification in their order; its payments were sent in several files. */
@ApplicationScoped
class ApplyBookings {

    private final Reports reports;
    private final ReportLines reportLines;
    private final SentAttempts sentAttempts;
    private final Batches batches;
    private final InstructionStatuses statuses;
    private final PostStatusChanges postStatusChanges;
    private final BankExceptions exceptions;
    private final RecordWithdrawals recordWithdrawals;
    private final ReasonTable reasonTable;
    private final Clock clock;

    ApplyBookings(
            Reports reports,
            ReportLines reportLines,
            SentAttempts sentAttempts,
            Batches batches,
            InstructionStatuses statuses,
            PostStatusChanges postStatusChanges,
            BankExceptions exceptions,
            RecordWithdrawals recordWithdrawals,
            ReasonTable reasonTable,
            Clock clock) {
        this.reports = reports;
        this.reportLines = reportLines;
        this.sentAttempts = sentAttempts;
        this.batches = batches;
        this.statuses = statuses;
        this.postStatusChanges = postStatusChanges;
        this.exceptions = exceptions;
        this.recordWithdrawals = recordWithdrawals;
        this.reasonTable = reasonTable;
        this.clock = clock;
    }

    /**
     * The batches are locked in the order of their ids, so two notifications never wait in a ring.
     */
    void handle(Report report, List<ReportLine> lines) {
        UUID reportId = report.reportId();
        Instant now = clock.instant();
        Map<UUID, Batch> locked = new HashMap<>();
        for (UUID batchId : sentAttempts.batchesOf(reportId)) {
            statuses.lockBatch(batchId);
            locked.put(batchId, batches.byId(batchId).orElseThrow());
        }
        KnownAttempts attempts = new KnownAttempts(locked);
        JudgedBookings judged =
                new JudgedBookings(
                        reportId,
                        locked,
                        attempts,
                        sentAttempts.debitsOf(reportId),
                        reasonTable.on(BusinessDates.on(now)));
        List<MatchedLine> matched =
                MatchLines.match(
                        lines.stream().map(JudgedBookings::withOwnReferences).toList(),
                        ids -> attempts.named(sentAttempts.byIds(reportId, ids)),
                        payments ->
                                attempts.ofPayments(sentAttempts.byPayments(reportId, payments)));
        for (int i = 0; i < lines.size(); i++) {
            judged.judge(matched.get(i), lines.get(i));
        }
        reportLines.addLines(reportId, judged.lines());
        sentAttempts.post(reportId, judged.bookings());
        sentAttempts.postDebits(reportId, judged.fileDebits());
        judged.byBatch().forEach((batchId, one) -> post(reportId, locked.get(batchId), one, now));
        exceptions.add(
                judged.unmatched().stream()
                        .map(one -> one.about(reportId, report.bank(), null, now))
                        .toList());
        reports.advance(reportId, JudgedLines.outcomes(judged.lines()));
    }

    private void post(UUID reportId, Batch batch, InBatch one, Instant now) {
        postStatusChanges.handle(
                new BatchReference(batch.batchId(), batch.bank(), batch.cycleCode()),
                one.changes,
                StatusChangeSource.bankReport(reportId, now));
        List<BankException> found =
                one.exceptions.stream()
                        .map(exception -> exception.about(reportId, batch.bank(), batch, now))
                        .toList();
        exceptions.add(found);
        if (batch.isPayOutList()) {
            exceptions.add(recordPaidInCash(reportId, batch, one.changes, now));
        }
    }

    /**
     * Money that was paid in cash is credited and withdrawn at once. What the field has reported
     * about it before stands; a day on which it cannot have been paid is settled by two people.
     */
    private List<BankException> recordPaidInCash(
            UUID reportId, Batch batch, List<StatusChange> changes, Instant now) {
        List<StatedReport> paid =
                changes.stream()
                        .filter(change -> change.newStatus() == InstructionStatus.CREDITED)
                        .filter(change -> change.bookedOn() != null)
                        .map(ApplyBookings::withdrawn)
                        .toList();
        if (paid.isEmpty()) {
            return List.of();
        }
        Map<UUID, Instruction> instructions = new HashMap<>();
        changes.forEach(
                change -> instructions.put(change.instruction().paymentId(), change.instruction()));
        return recordWithdrawals
                .handle(paid, new Reporter("bank-report:" + reportId, AreaScope.everywhere()))
                .stream()
                .filter(ReportOutcome::isRefused)
                .filter(one -> !one.code().equals(WITHDRAWAL_ALREADY_REPORTED))
                .map(
                        one ->
                                notWithdrawn(
                                        reportId,
                                        batch,
                                        instructions.get(one.paymentId()),
                                        one.code(),
                                        now))
                .toList();
    }

    private static BankException notWithdrawn(
            UUID reportId, Batch batch, Instruction paid, String reason, Instant now) {
        return BankException.found(
                UuidCreator.getTimeOrderedEpoch(),
                ExceptionClass.STATUS_CONTRADICTS.name(),
                reason,
                new About(
                        batch.bank(),
                        batch.cycleId(),
                        paid.villageCode(),
                        paid.kpmId(),
                        paid.paymentId(),
                        batch.batchId(),
                        paid.instructionId(),
                        reportId,
                        null,
                        paid.amountIdr()),
                now);
    }

    private static StatedReport withdrawn(StatusChange change) {
        return new StatedReport(
                PaymentKey.of(change.instruction().paymentId()),
                new WithdrawalFacts(
                        WithdrawalOutcome.WITHDRAWN,
                        change.instruction().amountIdr(),
                        change.bookedOn(),
                        WithdrawalChannel.POST_OFFICE,
                        null,
                        null,
                        WithdrawalEvidence.NONE),
                null);
    }
}
