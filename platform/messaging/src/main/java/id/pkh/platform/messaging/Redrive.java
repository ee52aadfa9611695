package id.pkh.platform.messaging;

import id.pkh.platform.messaging.ParkedTable.Place;
import id.pkh.platform.messaging.ParkedTable.TopicKey;
import id.pkh.platform.messaging.RedriveRun.Gain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives parked events another try, in the order of their key. It goes up to the newest event parked
 * when it was asked for, so events that fail again cannot keep it going; an event is tried only
 * when nothing of its key is parked before it; and what only waited behind one that is applied
 * follows by itself.
 *
 * <p>A page of the selection is one transaction: effects, states, counts and checkpoint, so a
 * restart goes on where it was and nothing is applied twice. When one event of the page fails, the
 * page is tried event by event, and the one is parked again.
 */
@ApplicationScoped
class Redrive {

    private static final int PAGE_EVENTS = 100;
    private static final int CHAIN_EVENTS = 50;

    private final RedriveRuns runs;
    private final ParkedTable table;
    private final EventReader reader;
    private final Parking parking;
    private final OperatorActions actions;
    private final MessagingConfig config;

    Redrive(
            RedriveRuns runs,
            ParkedTable table,
            EventReader reader,
            Parking parking,
            OperatorActions actions,
            MessagingConfig config) {
        this.runs = runs;
        this.table = table;
        this.reader = reader;
        this.parking = parking;
        this.actions = actions;
        this.config = config;
    }

    /**
     * Deals with the next page of the run that has waited longest; false when none runs. A
     * transient failure is thrown, and the next call tries the same page.
     */
    boolean step() {
        RedriveRun[] taken = new RedriveRun[1];
        try {
            return inTransaction(
                    () -> {
                        Optional<RedriveRun> run = runs.takeNext();
                        run.ifPresent(r -> taken[0] = r);
                        run.ifPresent(this::page);
                        return run.isPresent();
                    });
        } catch (RuntimeException failure) {
            if (taken[0] == null || TransientFailures.isTransient(failure)) {
                throw failure;
            }
            if (!eventByEvent(taken[0])) {
                throw failure; // no event's fault: the same page again at once would not help
            }
            return true;
        }
    }

    private void page(RedriveRun run) {
        List<Place> page = run.following() == null ? table.page(run, PAGE_EVENTS) : List.of();
        if (run.following() == null && page.isEmpty()) {
            finish(run);
            return;
        }
        List<ParkedRow> applicable = new ArrayList<>();
        TopicKey unfinished = null;
        for (TopicKey key : keysOf(run, page)) {
            parking.lock(key.topic(), key.key());
            List<ParkedRow> free =
                    table.chain(run, key, CHAIN_EVENTS).stream()
                            .takeWhile(ParkedRow::mayBeTried)
                            .toList();
            applicable.addAll(free);
            if (free.size() == CHAIN_EVENTS) {
                unfinished = key;
                break;
            }
        }
        apply(run, applicable);
        long selected = applicable.stream().filter(ParkedRow::selected).count();
        Gain gain = new Gain(selected, applicable.size(), 0, 0);
        if (unfinished != null || page.isEmpty()) {
            runs.move(run.id(), run.positionId(), unfinished, gain);
            return;
        }
        long blocked = table.untried(run, page.stream().map(Place::id).toList());
        runs.move(
                run.id(),
                page.get(page.size() - 1).id(),
                null,
                gain.plus(new Gain(blocked, 0, 0, blocked)));
    }

    /** Sorted, as everybody takes these locks; a key that is not finished comes by itself. */
    private static List<TopicKey> keysOf(RedriveRun run, List<Place> page) {
        return run.following() == null
                ? page.stream().map(Place::key).distinct().sorted().toList()
                : List.of(run.following());
    }

    private void apply(RedriveRun run, List<ParkedRow> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (ParkedRow event : inParkedOrder(events)) {
            Delivery delivery = reader.read(event.message());
            if (delivery.isPoison()) {
                throw delivery.poison();
            }
            deliveries.add(delivery);
        }
        table.redriven(run, events.stream().map(ParkedRow::id).toList());
        EventIntake.dispatch(deliveries);
    }

    private static List<ParkedRow> inParkedOrder(List<ParkedRow> events) {
        return events.stream().sorted(Comparator.comparingLong(ParkedRow::id)).toList();
    }

    private void finish(RedriveRun run) {
        if (runs.end(run.id(), RedriveRun.State.DONE, null)) {
            record(run, run.requestedBy());
        }
    }

    /** False when there was nothing to try. */
    private boolean eventByEvent(RedriveRun run) {
        boolean anyTried = false;
        for (TopicKey key : keysOf(run, table.page(run, PAGE_EVENTS))) {
            Attempt attempt;
            do {
                attempt = first(run, key);
                anyTried |= attempt != Attempt.NONE;
            } while (attempt == Attempt.APPLIED);
        }
        return anyTried;
    }

    private enum Attempt {
        APPLIED,
        FAILED,
        NONE
    }

    /** Tries the oldest of the key, if it may be tried. */
    private Attempt first(RedriveRun run, TopicKey key) {
        ParkedRow[] tried = new ParkedRow[1];
        try {
            return inTransaction(
                    () -> {
                        Optional<RedriveRun> now = runs.take(run.id());
                        if (now.isEmpty()) {
                            return Attempt.NONE;
                        }
                        parking.lock(key.topic(), key.key());
                        List<ParkedRow> chain = table.chain(run, key, 1);
                        if (chain.isEmpty() || !chain.get(0).mayBeTried()) {
                            return Attempt.NONE;
                        }
                        tried[0] = chain.get(0);
                        apply(run, chain);
                        count(now.get(), new Gain(settles(tried[0]), 1, 0, 0));
                        return Attempt.APPLIED;
                    });
        } catch (RuntimeException failure) {
            if (tried[0] == null || TransientFailures.isTransient(failure)) {
                throw failure;
            }
            return inTransaction(
                    () -> {
                        Optional<RedriveRun> now = runs.take(run.id());
                        table.failedAgain(run.id(), tried[0].id(), failure);
                        now.ifPresent(r -> count(r, new Gain(settles(tried[0]), 0, 1, 0)));
                        return Attempt.FAILED;
                    });
        }
    }

    private static long settles(ParkedRow event) {
        return event.selected() ? 1 : 0;
    }

    /** Leaves the checkpoint where it is now, wherever another worker may have moved it. */
    private void count(RedriveRun run, Gain gain) {
        runs.move(run.id(), run.positionId(), run.following(), gain);
    }

    /** Ends a run where it is; what it has applied stays. False when it had ended already. */
    boolean stop(RedriveRun run, String by) {
        return inTransaction(
                () -> {
                    boolean stopped = runs.end(run.id(), RedriveRun.State.STOPPED, by);
                    if (stopped) {
                        record(run, by);
                    }
                    return stopped;
                });
    }

    private void record(RedriveRun run, String by) {
        actions.record(
                by, "REDRIVE", run.selection(), RedriveView.of(runs.find(run.id()).orElseThrow()));
    }

    /** Gives up an event, with the reason; what waited behind it can be redriven then. */
    boolean discard(long id, String by, String because) {
        return inTransaction(
                () -> {
                    for (TopicKey key : table.keyOf(id)) {
                        parking.lock(key.topic(), key.key());
                    }
                    boolean discarded = table.discard(id, by, because);
                    if (discarded) {
                        actions.record(
                                by,
                                "DISCARD",
                                Map.of("parked_id", id, "reason", because),
                                "DISCARDED");
                    }
                    return discarded;
                });
    }

    private <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout(config.retry().transactionTimeoutSeconds())
                .call(work::get);
    }
}
