package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.report.MatchLines.MatchedLine;
import id.pkh.disbursement.report.ReportLines.JudgedLine;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.domain.BankReasons;
import id.pkh.disbursement.report.domain.Judgement;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportRule;
import id.pkh.disbursement.report.domain.ReportRule.KnownInstruction;
import id.pkh.disbursement.report.domain.ReportRule.ReportedStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Some lines of a report in their order. Each line is judged by the status that the previous line
 * has set.
 */
final class JudgedLines {

    /** A line that needs an exception. */
    record LineException(MatchedLine matched, Judgement judgement) {

        /**
         * @param batch null where the line names none
         */
        BankException about(UUID reportId, String bank, Batch batch, Instant now) {
            Instruction known = matched.instruction();
            About about =
                    new About(
                            bank,
                            batch == null ? null : batch.cycleId(),
                            known == null ? null : known.villageCode(),
                            known == null ? null : known.kpmId(),
                            known == null ? null : known.paymentId(),
                            batch == null ? null : batch.batchId(),
                            known == null ? null : known.instructionId(),
                            reportId,
                            matched.line().lineNo(),
                            matched.line().amount().idr());
            return BankException.found(
                    UuidCreator.getTimeOrderedEpoch(),
                    judgement.exception().name(),
                    judgement.reason(),
                    about,
                    now);
        }
    }

    private final UUID reportId;
    private final BankReasons reasons;
    private final Map<UUID, Instruction> changed = new HashMap<>();
    private final List<JudgedLine> lines = new ArrayList<>();
    private final List<StatusChange> changes = new ArrayList<>();
    private final List<LineException> exceptions = new ArrayList<>();

    JudgedLines(UUID reportId, BankReasons reasons) {
        this.reportId = reportId;
        this.reasons = reasons;
    }

    void judge(MatchedLine matched) {
        if (matched.line().isOfFile()) {
            keep(matched, ReportRule.judgeFile(reported(matched.line()), reasons));
            return;
        }
        if (!matched.isMatched()) {
            keep(matched, ReportRule.unmatched(matched.mismatch()));
            return;
        }
        Instruction before =
                changed.getOrDefault(matched.instruction().instructionId(), matched.instruction());
        ReportLine line = matched.line();
        Judgement judgement = judge(line, before, reportId, reasons);
        if (judgement.becomes() != null) {
            changes.add(change(line, before, judgement));
            changed.put(
                    before.instructionId(),
                    before.reported(judgement.becomes(), line.bankRef(), reportId));
        }
        keep(matched, judgement);
    }

    static Judgement judge(
            ReportLine line, Instruction before, UUID reportId, BankReasons reasons) {
        return ReportRule.judge(
                reported(line),
                new KnownInstruction(
                        before.status(),
                        before.amountIdr(),
                        before.bankRef(),
                        reportId.equals(before.reportId())),
                reasons);
    }

    static StatusChange change(ReportLine line, Instruction before, Judgement judgement) {
        return new StatusChange(
                before, judgement.becomes(), line.lineNo(), line.bankRef(), judgement.reason());
    }

    private static ReportedStatus reported(ReportLine line) {
        return new ReportedStatus(
                line.statusCode(), line.reasonCode(), line.amount(), line.bankRef());
    }

    private void keep(MatchedLine matched, Judgement judgement) {
        lines.add(
                new JudgedLine(
                        matched.line(),
                        judgement.outcome(),
                        matched.isMatched() ? matched.instruction().instructionId() : null));
        if (judgement.exception() != null) {
            exceptions.add(new LineException(matched, judgement));
        }
    }

    /** All lines, in their order. */
    List<JudgedLine> lines() {
        return lines;
    }

    List<StatusChange> changes() {
        return changes;
    }

    List<LineException> exceptions() {
        return exceptions;
    }

    Map<LineOutcome, Long> outcomes() {
        return outcomes(lines);
    }

    static Map<LineOutcome, Long> outcomes(List<JudgedLine> lines) {
        Map<LineOutcome, Long> counts = new EnumMap<>(LineOutcome.class);
        lines.forEach(line -> counts.merge(line.outcome(), 1L, Long::sum));
        return counts;
    }
}
