package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.money.MoneyNews;
import id.pkh.disbursement.report.Answers.Instructed;
import id.pkh.disbursement.report.Answers.Move;
import id.pkh.disbursement.report.Reports.JudgedLine;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.domain.Judgement;
import id.pkh.disbursement.report.domain.ReportRule;
import id.pkh.disbursement.report.domain.ReportRule.Known;
import id.pkh.disbursement.report.domain.ReportRule.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Some lines of a report in their order, each judged by what the one before has made of it. */
final class ReportedLines {

    private final Report report;
    private final Batch batch;
    private final Instant now;
    private final Map<UUID, Instructed> byPayment = new HashMap<>();
    private final Map<UUID, UUID> paymentOf = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<JudgedLine> lines = new ArrayList<>();
    private final List<BankException> exceptions = new ArrayList<>();
    private final List<MoneyNews> news = new ArrayList<>();

    ReportedLines(Report report, Batch batch, List<Instructed> known, Instant now) {
        this.report = report;
        this.batch = batch;
        this.now = now;
        for (Instructed instructed : known) {
            byPayment.put(instructed.paymentId(), instructed);
            paymentOf.put(instructed.instructionId(), instructed.paymentId());
        }
    }

    /** Payments that the lines name. */
    static Set<UUID> paymentsOf(List<Line> lines) {
        return idsOf(lines, Line::endToEndRef);
    }

    /** Instructions that the lines name. */
    static Set<UUID> instructionsOf(List<Line> lines) {
        return idsOf(lines, Line::instructionRef);
    }

    private static Set<UUID> idsOf(List<Line> lines, Function<Line, String> reference) {
        Set<UUID> ids = new LinkedHashSet<>();
        lines.forEach(line -> MessageId.idOf(reference.apply(line)).ifPresent(ids::add));
        return ids;
    }

    void judge(Line line) {
        UUID byEndToEnd =
                MessageId.idOf(line.endToEndRef()).filter(byPayment::containsKey).orElse(null);
        UUID byInstruction = MessageId.idOf(line.instructionRef()).map(paymentOf::get).orElse(null);
        if (byEndToEnd == null && byInstruction == null) {
            keep(line, null, ReportRule.unmatched(ReportRule.NO_SUCH_REFERENCE));
        } else if (isBeliedBy(line.endToEndRef(), byEndToEnd, byInstruction)
                || isBeliedBy(line.instructionRef(), byInstruction, byEndToEnd)) {
            keep(line, null, ReportRule.unmatched(ReportRule.REFERENCES_DISAGREE));
        } else {
            Instructed known = byPayment.get(byEndToEnd == null ? byInstruction : byEndToEnd);
            keep(line, known, ReportRule.judge(said(line), facts(known)));
        }
    }

    /** A reference that is given has to lead where the other one leads. */
    private static boolean isBeliedBy(String reference, UUID leadsTo, UUID otherLeadsTo) {
        return reference != null && otherLeadsTo != null && !Objects.equals(leadsTo, otherLeadsTo);
    }

    private static Said said(Line line) {
        return new Said(line.statusCode(), line.reasonCode(), line.amount(), line.bankRef());
    }

    private Known facts(Instructed known) {
        return new Known(
                known.state(),
                known.amountIdr(),
                known.bankRef(),
                report.reportId().equals(known.reportId()));
    }

    private void keep(Line line, Instructed known, Judgement judgement) {
        lines.add(
                new JudgedLine(
                        line, judgement.outcome(), known == null ? null : known.instructionId()));
        if (judgement.becomes() != null) {
            Instructed after = known.in(judgement.becomes(), line.bankRef(), report.reportId());
            byPayment.put(known.paymentId(), after);
            moves.add(new Move(known, after));
            news.add(newsOf(batch, after, judgement.reason()));
        }
        if (judgement.exception() != null) {
            exceptions.add(
                    BankException.found(
                            UuidCreator.getTimeOrderedEpoch(),
                            judgement.exception().name(),
                            judgement.reason(),
                            about(line, known),
                            now));
        }
    }

    private About about(Line line, Instructed known) {
        return new About(
                batch.bank(),
                batch.cycleId(),
                known == null ? null : known.villageCode(),
                known == null ? null : known.kpmId(),
                known == null ? null : known.paymentId(),
                batch.batchId(),
                known == null ? null : known.instructionId(),
                report.reportId(),
                line.lineNo(),
                line.amount().idr());
    }

    static MoneyNews newsOf(Batch batch, Instructed after, String reason) {
        return new MoneyNews(
                after.paymentId(),
                after.kpmId(),
                after.villageCode(),
                batch.cycleCode(),
                after.amountIdr(),
                batch.bank(),
                after.attempt(),
                after.state(),
                reason);
    }

    List<Move> moves() {
        return moves;
    }

    List<JudgedLine> lines() {
        return lines;
    }

    List<BankException> exceptions() {
        return exceptions;
    }

    List<MoneyNews> news() {
        return news;
    }
}
