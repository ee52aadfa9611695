package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.report.JudgedLines.LineException;
import id.pkh.disbursement.report.MatchLines.MatchedLine;
import id.pkh.disbursement.report.ReportLines.JudgedLine;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.SentAttempts.FileDebit;
import id.pkh.disbursement.report.SentAttempts.NewBooking;
import id.pkh.disbursement.report.SentAttempts.SentAttempt;
import id.pkh.disbursement.report.domain.BankReasons;
import id.pkh.disbursement.report.domain.BatchBookingRule;
import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.Booking.Meaning;
import id.pkh.disbursement.report.domain.BookingRule;
import id.pkh.disbursement.report.domain.BookingRule.Effect;
import id.pkh.disbursement.report.domain.BookingRule.KnownAttempt;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.disbursement.report.domain.BookingRule.StatedBooking;
import id.pkh.disbursement.report.domain.Judgement;
import id.pkh.disbursement.report.domain.ReportRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Some lines of a notification in their order. Each is judged by what the lines before it have
 * changed. A line that names neither a payment nor a file of the programme is the bank's own, and
 * no exception.
 */
final class JudgedBookings {

    /** What the lines change in one batch. */
    static final class InBatch {
        final List<StatusChange> changes = new ArrayList<>();
        final List<LineException> exceptions = new ArrayList<>();
    }

    private final UUID reportId;
    private final Map<UUID, Batch> batches;
    private final Map<UUID, Posted> debits;
    private final BankReasons reasons;
    private final KnownAttempts attempts;
    private final List<JudgedLine> lines = new ArrayList<>();
    private final List<NewBooking> bookings = new ArrayList<>();
    private final List<FileDebit> fileDebits = new ArrayList<>();
    private final List<LineException> unmatched = new ArrayList<>();
    private final Map<UUID, InBatch> byBatch = new LinkedHashMap<>();

    /**
     * @param debits the debits of files as one sum that are posted already, by batch
     */
    JudgedBookings(
            UUID reportId,
            Map<UUID, Batch> batches,
            KnownAttempts attempts,
            Map<UUID, Posted> debits,
            BankReasons reasons) {
        this.reportId = reportId;
        this.batches = batches;
        this.attempts = attempts;
        this.debits = new HashMap<>(debits);
        this.reasons = reasons;
    }

    /** A bank may give references of its own beside those of this service. */
    static ReportLine withOwnReferences(ReportLine line) {
        boolean byInstruction = MessageId.idOf(line.instructionRef()).isPresent();
        boolean byPayment = MessageId.idOf(line.endToEndRef()).isPresent();
        return new ReportLine(
                line.lineNo(),
                byInstruction ? line.instructionRef() : null,
                byPayment ? line.endToEndRef() : null,
                line.statusCode(),
                line.reasonCode(),
                line.reasonText(),
                line.amount(),
                line.bankRef(),
                line.booking());
    }

    /**
     * @param matched by the references of this service
     * @param line as the bank wrote it
     */
    void judge(MatchedLine matched, ReportLine line) {
        if (matched.isMatched()) {
            judge(attempts.of(matched, line), line);
            return;
        }
        boolean namesPayment =
                matched.line().instructionRef() != null || matched.line().endToEndRef() != null;
        boolean ofFile = !namesPayment && MessageId.isMessageId(line.instructionRef());
        Optional<Batch> file = ofFile ? batchCalled(line.instructionRef()) : Optional.empty();
        if (file.isPresent()) {
            judgeFile(file.get(), line);
            return;
        }
        Judgement judgement =
                namesPayment || ofFile
                        ? ReportRule.unmatched(matched.mismatch())
                        : ReportRule.notOurs();
        lines.add(new JudgedLine(line, judgement.outcome(), null));
        if (judgement.exception() != null) {
            unmatched.add(new LineException(new MatchedLine(line, null, null), judgement));
        }
    }

    private Optional<Batch> batchCalled(String messageId) {
        return batches.values().stream()
                .filter(batch -> batch.messageId().equals(messageId))
                .findFirst();
    }

    /** An entry that books a file as one sum and names none of its payments. */
    private void judgeFile(Batch batch, ReportLine line) {
        Booking booking = line.booking();
        Effect effect =
                BatchBookingRule.judge(
                        new StatedBooking(
                                booking.meaning(batch.fundingAccount(), batch.fundingAccount()),
                                booking.day(),
                                line.reasonCode(),
                                line.amount(),
                                line.bankRef()),
                        batch.figures().amountIdr(),
                        debits.get(batch.batchId()));
        Judgement judgement = effect.judgement();
        lines.add(new JudgedLine(line, judgement.outcome(), null));
        if (judgement.exception() != null) {
            byBatch.computeIfAbsent(batch.batchId(), any -> new InBatch())
                    .exceptions
                    .add(new LineException(new MatchedLine(line, null, null), judgement));
        }
        if (effect.posts()) {
            debits.put(batch.batchId(), new Posted(booking.day(), line.bankRef()));
            fileDebits.add(
                    new FileDebit(batch.batchId(), booking.day(), line.bankRef(), line.lineNo()));
        }
    }

    private void judge(SentAttempt attempt, ReportLine line) {
        if (line.booking() == null) {
            judgeStatus(attempt, line);
            return;
        }
        Instruction before = attempt.instruction();
        Batch batch = batches.get(attempt.batchId());
        Meaning meaning = line.booking().meaning(batch.fundingAccount(), attempt.account());
        Effect effect =
                BookingRule.judge(
                        new StatedBooking(
                                meaning,
                                line.booking().day(),
                                line.reasonCode(),
                                line.amount(),
                                line.bankRef()),
                        new KnownAttempt(
                                before.status(),
                                before.amountIdr(),
                                attempt.credit(),
                                attempt.back()),
                        reasons);
        Judgement judgement = effect.judgement();
        lines.add(new JudgedLine(line, judgement.outcome(), before.instructionId()));
        InBatch of = byBatch.computeIfAbsent(attempt.batchId(), any -> new InBatch());
        if (judgement.exception() != null) {
            of.exceptions.add(new LineException(new MatchedLine(line, before, null), judgement));
        }
        Instruction after = before;
        if (judgement.becomes() != null) {
            of.changes.add(
                    new StatusChange(
                            before,
                            judgement.becomes(),
                            line.lineNo(),
                            line.bankRef(),
                            judgement.reason(),
                            line.booking().day()));
            after = before.reported(judgement.becomes(), line.bankRef(), reportId);
        }
        if (effect.posts()) {
            bookings.add(
                    new NewBooking(
                            before.instructionId(),
                            meaning,
                            line.booking().day(),
                            line.bankRef(),
                            line.lineNo()));
        }
        attempts.put(after(attempt, after, effect.posts(), meaning, line));
    }

    /** A list of a bank has bookings and statuses side by side. */
    private void judgeStatus(SentAttempt attempt, ReportLine line) {
        Instruction before = attempt.instruction();
        Judgement judgement = JudgedLines.judge(line, before, reportId, reasons);
        lines.add(new JudgedLine(line, judgement.outcome(), before.instructionId()));
        InBatch of = byBatch.computeIfAbsent(attempt.batchId(), any -> new InBatch());
        if (judgement.exception() != null) {
            of.exceptions.add(new LineException(new MatchedLine(line, before, null), judgement));
        }
        if (judgement.becomes() != null) {
            of.changes.add(JudgedLines.change(line, before, judgement));
            attempts.put(
                    new SentAttempt(
                            before.reported(judgement.becomes(), line.bankRef(), reportId),
                            attempt.batchId(),
                            attempt.account(),
                            attempt.credit(),
                            attempt.back()));
        }
    }

    private static SentAttempt after(
            SentAttempt attempt,
            Instruction instruction,
            boolean posts,
            Meaning meaning,
            ReportLine line) {
        Posted posted = posts ? new Posted(line.booking().day(), line.bankRef()) : null;
        return new SentAttempt(
                instruction,
                attempt.batchId(),
                attempt.account(),
                posts && meaning == Meaning.CREDIT ? posted : attempt.credit(),
                posts && meaning == Meaning.RETURN ? posted : attempt.back());
    }

    List<JudgedLine> lines() {
        return lines;
    }

    List<NewBooking> bookings() {
        return bookings;
    }

    List<FileDebit> fileDebits() {
        return fileDebits;
    }

    List<LineException> unmatched() {
        return unmatched;
    }

    Map<UUID, InBatch> byBatch() {
        return byBatch;
    }
}
