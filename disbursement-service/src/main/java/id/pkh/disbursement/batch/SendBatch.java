package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.Instructions.Cause;
import id.pkh.disbursement.batch.Instructions.Line;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.money.MoneyAnnouncements;
import id.pkh.disbursement.money.MoneyNews;
import id.pkh.disbursement.money.domain.MoneyState;
import id.pkh.disbursement.payment.Families;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A third person says that the file has gone to the bank. What is counted now is what was approved,
 * or nothing is sent.
 */
@ApplicationScoped
public class SendBatch {

    private static final int EVENTS_AT_ONCE = 1_000;

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final Instructions instructions;
    private final CountBatch countBatch;
    private final Families families;
    private final MoneyAnnouncements announcements;
    private final Clock clock;

    SendBatch(
            LockedBatch lockedBatch,
            Batches batches,
            Instructions instructions,
            CountBatch countBatch,
            Families families,
            MoneyAnnouncements announcements,
            Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.instructions = instructions;
        this.countBatch = countBatch;
        this.families = families;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional
    public Batch handle(UUID batchId, String sender, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.sendingRefusal(sender), batch);
        List<MoneyNews> news = new ArrayList<>();
        countBatch.requireUnchanged(batch, line -> news.add(sent(batch, line)));
        LockedFamilies locked = families.lock(instructions.families(batchId));
        lockedBatch.refuseIfDisputed(batch);
        Instant now = clock.instant();
        batches.send(batchId, sender, now);
        instructions.move(
                batchId, MoneyState.APPROVED, MoneyState.SENT, new Cause("SENDING", sender, now));
        for (int from = 0; from < news.size(); from += EVENTS_AT_ONCE) {
            announcements.announce(
                    news.subList(from, Math.min(news.size(), from + EVENTS_AT_ONCE)), locked);
        }
        families.saveVersions(locked);
        return batches.byId(batchId).orElseThrow();
    }

    private static MoneyNews sent(Batch batch, Line line) {
        return new MoneyNews(
                line.paymentId(),
                line.kpmId(),
                line.villageCode(),
                batch.cycleCode(),
                line.amountIdr(),
                batch.bank(),
                line.attempt(),
                MoneyState.SENT,
                null);
    }
}
