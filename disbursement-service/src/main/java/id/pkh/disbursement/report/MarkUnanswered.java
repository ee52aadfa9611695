package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.DisbursementConfig;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.money.MoneyAnnouncements;
import id.pkh.disbursement.money.MoneyNews;
import id.pkh.disbursement.money.domain.MoneyState;
import id.pkh.disbursement.money.domain.MoneyTrigger;
import id.pkh.disbursement.payment.Families;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.report.Answers.Move;
import id.pkh.disbursement.report.Answers.Named;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was sent and not answered in time is unknown from then on: somebody asks the bank, and
 * nobody pays again. An answer that comes late still counts.
 */
@ApplicationScoped
public class MarkUnanswered {

    private static final int BATCHES_AT_ONCE = 1_000;
    private static final int INSTRUCTIONS_AT_ONCE = 1_000;
    private static final String CAUSE = "SILENCE";

    private final Batches batches;
    private final Answers answers;
    private final Families families;
    private final BankExceptions exceptions;
    private final MoneyAnnouncements announcements;
    private final DisbursementConfig config;
    private final Clock clock;

    MarkUnanswered(
            Batches batches,
            Answers answers,
            Families families,
            BankExceptions exceptions,
            MoneyAnnouncements announcements,
            DisbursementConfig config,
            Clock clock) {
        this.batches = batches;
        this.answers = answers;
        this.families = families;
        this.exceptions = exceptions;
        this.announcements = announcements;
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
        Instant now = clock.instant();
        List<UUID> ids = answers.silent(batch.batchId(), INSTRUCTIONS_AT_ONCE);
        LockedFamilies locked =
                families.lockKnown(
                        answers.named(batch.batchId(), ids, List.of()).stream()
                                .map(Named::kpmId)
                                .distinct()
                                .toList());
        List<Move> moves =
                answers.ofLocked(ids).stream()
                        .filter(one -> one.state().on(MoneyTrigger.GO_SILENT).isPresent())
                        .map(one -> new Move(one, one.in(MoneyState.UNKNOWN, null, null)))
                        .toList();
        if (moves.isEmpty()) {
            return 0;
        }
        answers.move(moves, CAUSE, batch.batchId().toString(), now);
        List<MoneyNews> news =
                moves.stream()
                        .map(move -> ReportedLines.newsOf(batch, move.after(), null))
                        .toList();
        announcements.announce(news, locked);
        families.saveVersions(locked);
        exceptions.add(List.of(missing(batch, moves, now)));
        return moves.size();
    }

    private static BankException missing(Batch batch, List<Move> moves, Instant now) {
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
                        moves.stream().mapToLong(move -> move.after().amountIdr()).sum()),
                now);
    }
}
