package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.failure.TransientFailures;
import id.pkh.platform.messaging.parking.Parking;
import id.pkh.platform.messaging.parking.ParkingReason;
import id.pkh.platform.messaging.parking.TopicKey;
import id.pkh.platform.messaging.redrive.ParkedTable.SelectedEvent;
import id.pkh.platform.messaging.redrive.RedriveRun.Progress;
import id.pkh.platform.messaging.subscription.Delivery;
import id.pkh.platform.messaging.subscription.EventReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Applies parked events again, in the order of their key. A redrive ends at the newest event that
 * was parked when it was requested, so events that fail again cannot keep it running. An event is
 * tried only when no earlier event of its key is parked. Events that only waited behind an applied
 * one follow by themselves.
 *
 * <p>A page of the selection is one transaction with its effects, states, counts and checkpoint. So
 * a redrive resumes after a restart, and nothing is applied twice. When an event of the page fails,
 * the page is tried event by event, and that event is parked again.
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
     * Works on the next page of the redrive that has waited longest; false when none is running. A
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
                throw failure; // not the fault of an event: trying the same page at once is no use
            }
            return true;
        }
    }

    private void page(RedriveRun run) {
        List<SelectedEvent> page =
                run.following() == null ? table.page(run, PAGE_EVENTS) : List.of();
        if (run.following() == null && page.isEmpty()) {
            finish(run);
            return;
        }
        List<ParkedRow> applicable = new ArrayList<>();
        TopicKey unfinished = null;
        for (TopicKey key : keysOf(run, page)) {
            parking.lock(key);
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
        Progress applied = new Progress(selected, applicable.size(), 0, 0);
        if (unfinished != null || page.isEmpty()) {
            runs.move(run.id(), run.positionId(), unfinished, applied);
            return;
        }
        long blocked = table.untried(run, page.stream().map(SelectedEvent::id).toList());
        runs.move(
                run.id(),
                page.get(page.size() - 1).id(),
                null,
                applied.plus(new Progress(blocked, 0, 0, blocked)));
    }

    /** Sorted, since all who lock several keys lock them in this order. */
    private static List<TopicKey> keysOf(RedriveRun run, List<SelectedEvent> page) {
        return run.following() == null
                ? page.stream().map(SelectedEvent::key).distinct().sorted().toList()
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
        Delivery.applyAll(deliveries);
    }

    private static List<ParkedRow> inParkedOrder(List<ParkedRow> events) {
        return events.stream().sorted(Comparator.comparingLong(ParkedRow::id)).toList();
    }

    private void finish(RedriveRun run) {
        if (runs.end(run.id(), RedriveRun.State.DONE, null)) {
            actions.recordRedrive(run.requestedBy(), runs.find(run.id()).orElseThrow());
        }
    }

    /** False when there was no event to try. */
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

    /** Tries the oldest event of the key, if it may be tried. */
    private Attempt first(RedriveRun run, TopicKey key) {
        ParkedRow[] tried = new ParkedRow[1];
        try {
            return inTransaction(
                    () -> {
                        Optional<RedriveRun> now = runs.take(run.id());
                        if (now.isEmpty()) {
                            return Attempt.NONE;
                        }
                        parking.lock(key);
                        List<ParkedRow> chain = table.chain(run, key, 1);
                        if (chain.isEmpty() || !chain.get(0).mayBeTried()) {
                            return Attempt.NONE;
                        }
                        tried[0] = chain.get(0);
                        apply(run, chain);
                        add(now.get(), new Progress(settledBy(tried[0]), 1, 0, 0));
                        return Attempt.APPLIED;
                    });
        } catch (RuntimeException failure) {
            if (tried[0] == null || TransientFailures.isTransient(failure)) {
                throw failure;
            }
            return inTransaction(
                    () -> {
                        Optional<RedriveRun> now = runs.take(run.id());
                        table.failedAgain(run.id(), tried[0].id(), ParkingReason.of(failure));
                        now.ifPresent(r -> add(r, new Progress(settledBy(tried[0]), 0, 1, 0)));
                        return Attempt.FAILED;
                    });
        }
    }

    private static long settledBy(ParkedRow event) {
        return event.selected() ? 1 : 0;
    }

    /** Leaves the checkpoint where it is now; another worker may have moved it. */
    private void add(RedriveRun run, Progress progress) {
        runs.move(run.id(), run.positionId(), run.following(), progress);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) config.retry().transactionTimeout().toSeconds())
                .call(work::get);
    }
}
