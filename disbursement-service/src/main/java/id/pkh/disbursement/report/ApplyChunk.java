package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.money.Cause;
import id.pkh.disbursement.money.InstructionPages;
import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.money.domain.MoneyState;
import id.pkh.disbursement.report.Answers.Instructed;
import id.pkh.disbursement.report.ReportedLines.Strange;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.NamedLine;
import id.pkh.disbursement.report.Reports.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Applies a chunk of a report: each line gets its outcome, all in one transaction. */
@ApplicationScoped
class ApplyChunk {

    private final Reports reports;
    private final Answers answers;
    private final InstructionPages pages;
    private final BankExceptions exceptions;
    private final Clock clock;

    ApplyChunk(
            Reports reports,
            Answers answers,
            InstructionPages pages,
            BankExceptions exceptions,
            Clock clock) {
        this.reports = reports;
        this.answers = answers;
        this.pages = pages;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /**
     * Nothing, where somebody else has applied it. Whoever is at it now is waited for: a chunk
     * comes after the one before it, whoever applies them.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void handle(Report report, Batch batch, Chunk chunk) {
        if (!reports.claim(report.reportId(), chunk)) {
            return;
        }
        Instant now = clock.instant();
        List<InstructionPage> locked = pages.lock(batch.batchId(), chunk.pageNos());
        ReportedLines lines =
                new ReportedLines(
                        report.reportId(),
                        locked,
                        amounts(batch, chunk),
                        pages.lastWords(batch.batchId(), spokenOf(locked, chunk)));
        chunk.lines().forEach(lines::judge);
        pages.save(
                batch.batchId(),
                locked,
                new Cause(Cause.BANK_REPORT, report.reportId().toString(), now));
        exceptions.add(exceptions(report, batch, lines.strange(), now));
        reports.addOutcomes(report.reportId(), chunk.firstLine(), lines.outcomes());
        reports.advance(report.reportId(), chunk.lines().size());
    }

    private static Stream<NamedLine> naming(Chunk chunk) {
        return chunk.lines().stream().filter(NamedLine::namesOne);
    }

    /** Where a line does not have exactly the amount of its instruction. */
    private Map<Integer, Long> amounts(Batch batch, Chunk chunk) {
        Set<Integer> wanted = new HashSet<>();
        naming(chunk)
                .filter(named -> !named.exact())
                .forEach(named -> wanted.add(named.instruction()));
        Map<Integer, Long> amounts = new HashMap<>();
        on(batch, wanted).forEach((lineNo, one) -> amounts.put(lineNo, one.amountIdr()));
        return amounts;
    }

    /** What was sent and is in that state has had no word of the bank, nor has what is unknown. */
    private static Set<Integer> spokenOf(List<InstructionPage> locked, Chunk chunk) {
        Map<Integer, InstructionPage> byNo = new HashMap<>();
        locked.forEach(page -> byNo.put(page.pageNo(), page));
        Set<Integer> spokenOf = new HashSet<>();
        naming(chunk)
                .forEach(
                        named -> {
                            int lineNo = named.instruction();
                            MoneyState state = byNo.get(named.pageNo()).state(lineNo);
                            if (state != MoneyState.SENT && state != MoneyState.UNKNOWN) {
                                spokenOf.add(lineNo);
                            }
                        });
        return spokenOf;
    }

    private Map<Integer, Instructed> on(Batch batch, Collection<Integer> lineNos) {
        Map<Integer, Instructed> byLine = new HashMap<>();
        answers.on(batch.batchId(), lineNos).forEach(one -> byLine.put(one.lineNo(), one));
        return byLine;
    }

    private List<BankException> exceptions(
            Report report, Batch batch, List<Strange> strange, Instant now) {
        Map<Integer, Instructed> byLine =
                on(
                        batch,
                        strange.stream()
                                .map(Strange::line)
                                .filter(NamedLine::namesOne)
                                .map(NamedLine::instruction)
                                .distinct()
                                .toList());
        return strange.stream()
                .map(
                        one ->
                                BankException.found(
                                        UuidCreator.getTimeOrderedEpoch(),
                                        one.judgement().exception().name(),
                                        one.judgement().reason(),
                                        about(
                                                report,
                                                batch,
                                                one.line(),
                                                byLine.get(one.line().instruction())),
                                        now))
                .toList();
    }

    private static About about(Report report, Batch batch, NamedLine named, Instructed known) {
        return new About(
                batch.bank(),
                batch.cycleId(),
                known == null ? null : known.villageCode(),
                known == null ? null : known.kpmId(),
                known == null ? null : known.paymentId(),
                batch.batchId(),
                known == null ? null : known.instructionId(),
                report.reportId(),
                named.line().lineNo(),
                named.exact() ? Long.valueOf(known.amountIdr()) : named.line().amount().idr());
    }
}
