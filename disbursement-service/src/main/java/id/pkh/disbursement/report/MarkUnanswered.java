package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.money.Cause;
import id.pkh.disbursement.money.InstructionPages;
import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.money.domain.InstructionPage.Move;
import id.pkh.disbursement.money.domain.MoneyState;
import id.pkh.disbursement.report.Answers.Instructed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was sent and not answered in time is unknown from then on: somebody asks the bank, and
 * nobody pays again. An answer that comes late still counts.
 */
@ApplicationScoped
public class MarkUnanswered {

    private static final int BATCHES_AT_ONCE = 1_000;

    private final Batches batches;
    private final Answers answers;
    private final InstructionPages pages;
    private final BankExceptions exceptions;
    private final DisbursementConfig config;
    private final Clock clock;

    MarkUnanswered(
            Batches batches,
            Answers answers,
            InstructionPages pages,
            BankExceptions exceptions,
            DisbursementConfig config,
            Clock clock) {
        this.batches = batches;
        this.answers = answers;
        this.pages = pages;
        this.exceptions = exceptions;
        this.config = config;
        this.clock = clock;
    }

    /** How many instructions have become unknown. */
    public long handle() {
        return handle(Duration.ofHours(config.bank().answerHours()));
    }

    /** An answer may take {@code patience}: what was sent earlier than that has had its time. */
    long handle(Duration patience) {
        Instant sentBefore = clock.instant().minus(patience);
        List<Batch> silent =
                QuarkusTransaction.requiringNew()
                        .call(() -> batches.unanswered(sentBefore, BATCHES_AT_ONCE));
        long marked = 0;
        for (Batch batch : silent) {
            int some;
            do {
                some = QuarkusTransaction.requiringNew().call(() -> mark(batch));
                marked += some;
            } while (some > 0);
        }
        return marked;
    }

    private int mark(Batch batch) {
        Optional<Integer> silent = pages.silent(batch.batchId());
        if (silent.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        InstructionPage page = pages.lock(batch.batchId(), List.of(silent.get())).get(0);
        List<Integer> lineNos = page.in(MoneyState.SENT);
        if (lineNos.isEmpty()) {
            return 0;
        }
        lineNos.forEach(
                lineNo ->
                        page.move(
                                new Move(
                                        lineNo,
                                        MoneyState.SENT,
                                        MoneyState.UNKNOWN,
                                        null,
                                        null,
                                        null)));
        pages.save(
                batch.batchId(),
                List.of(page),
                new Cause(Cause.SILENCE, batch.batchId().toString(), now));
        exceptions.add(List.of(missing(batch, answers.on(batch.batchId(), lineNos), now)));
        return lineNos.size();
    }

    private static BankException missing(Batch batch, List<Instructed> some, Instant now) {
        return BankException.found(
                UuidCreator.getTimeOrderedEpoch(),
                ExceptionClass.MISSING_AFTER_SLA.name(),
                "NO_ANSWER",
                new About(
                        batch.bank(),
                        batch.cycleId(),
                        null,
                        null,
                        null,
                        batch.batchId(),
                        null,
                        null,
                        null,
                        some.stream().mapToLong(Instructed::amountIdr).sum()),
                now);
    }
}
