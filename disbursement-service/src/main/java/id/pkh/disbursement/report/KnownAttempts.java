package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.report.MatchLines.MatchedLine;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.SentAttempts.SentAttempt;
import id.pkh.disbursement.report.domain.AttemptChoice;
import id.pkh.platform.web.BusinessDates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The attempts that some lines name, as the lines before have left them. */
final class KnownAttempts {

    private final Map<UUID, Batch> batches;
    private final Map<UUID, SentAttempt> attempts = new HashMap<>();
    private final Map<UUID, List<UUID>> ofPayment = new HashMap<>();

    KnownAttempts(Map<UUID, Batch> batches) {
        this.batches = batches;
    }

    void put(SentAttempt attempt) {
        attempts.put(attempt.instruction().instructionId(), attempt);
    }

    /** Keeps attempts that lines name themselves, and returns their instructions. */
    List<Instruction> named(List<SentAttempt> found) {
        found.forEach(this::put);
        return found.stream().map(SentAttempt::instruction).toList();
    }

    /**
     * The attempts of payments that lines name alone.
     *
     * @param found of each payment in their order
     */
    List<Instruction> ofPayments(List<SentAttempt> found) {
        found.forEach(
                one ->
                        ofPayment
                                .computeIfAbsent(
                                        one.instruction().paymentId(), any -> new ArrayList<>())
                                .add(one.instruction().instructionId()));
        return named(found);
    }

    /** A line that names the payment alone may be about an attempt before the latest one. */
    SentAttempt of(MatchedLine matched, ReportLine line) {
        Instruction found = matched.instruction();
        List<UUID> all = ofPayment.getOrDefault(found.paymentId(), List.of());
        if (matched.line().instructionRef() != null || all.size() < 2) {
            return attempts.get(found.instructionId());
        }
        int meant =
                AttemptChoice.of(
                        all.stream().map(id -> sent(attempts.get(id))).toList(),
                        line.bankRef(),
                        line.booking() == null ? null : line.booking().day());
        return attempts.get(all.get(meant));
    }

    private AttemptChoice.Sent sent(SentAttempt attempt) {
        return AttemptChoice.Sent.with(
                BusinessDates.on(batches.get(attempt.batchId()).sending().at()),
                attempt.instruction().bankRef(),
                attempt.credit(),
                attempt.back());
    }
}
