package id.pkh.platform.messaging.redrive;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobWork;
import id.pkh.platform.messaging.failure.TransientFailures;
import id.pkh.platform.messaging.parking.Parking;
import id.pkh.platform.messaging.parking.ParkingReason;
import id.pkh.platform.messaging.parking.TopicKey;
import id.pkh.platform.messaging.redrive.ParkedTable.KeyedEvent;
import id.pkh.platform.messaging.redrive.RedriveRun.Progress;
import id.pkh.platform.messaging.subscription.Delivery;
import id.pkh.platform.messaging.subscription.EventReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applies parked events again, in the order of their key. A redrive ends at the newest event that
 * was parked when it was requested, so events that fail again cannot keep it running. An event is
 * tried only when no earlier event of its key is parked. Events that only waited behind an applied
 * one follow by themselves. An event that fails again stays parked, with its new reason.
 */
@ApplicationScoped
class RedriveWork implements JobWork<RedriveItem> {

    static final String KIND = "redrive";
    private static final int CHUNK_EVENTS = 100;

    private final RedriveRows redrives;
    private final ParkedTable table;
    private final EventReader reader;
    private final Parking parking;
    private final OperatorActions actions;

    RedriveWork(
            RedriveRows redrives,
            ParkedTable table,
            EventReader reader,
            Parking parking,
            OperatorActions actions) {
        this.redrives = redrives;
        this.table = table;
        this.reader = reader;
        this.parking = parking;
        this.actions = actions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<RedriveItem> next(Job job, Optional<RedriveItem> after, int limit) {
        RedriveRow redrive = redrives.of(job);
        long position = after.map(RedriveItem::position).orElse(0L);
        List<KeyedEvent> selected = table.selected(redrive, position, limit);
        Optional<KeyedEvent> begun = after.flatMap(item -> table.event(item.eventId()));
        Set<TopicKey> keys = new TreeSet<>();
        begun.ifPresent(event -> keys.add(event.key()));
        selected.forEach(event -> keys.add(event.key()));

        Map<TopicKey, List<Long>> free = table.free(redrive, keys, limit);
        List<RedriveItem> items = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        begun.ifPresent(
                event ->
                        free.remove(event.key()).stream()
                                .filter(id -> id > event.id() && known.add(id))
                                .forEach(id -> items.add(new RedriveItem(position, id))));
        for (KeyedEvent event : selected) {
            free.getOrDefault(event.key(), List.of()).stream()
                    .filter(known::add)
                    .forEach(id -> items.add(RedriveItem.towards(event.id(), id)));
            if (known.add(event.id())) {
                items.add(RedriveItem.towards(event.id(), event.id()));
            }
        }
        return items.subList(0, Math.min(limit, items.size()));
    }

    /** What may be tried is read again, because other requests may have changed it. */
    @Override
    public void apply(Job job, List<RedriveItem> items) {
        RedriveRow redrive = redrives.of(job);
        Set<Long> left = new HashSet<>();
        items.forEach(item -> left.add(item.eventId()));
        Set<TopicKey> keys = table.keysOf(left);
        keys.forEach(parking::lock);
        List<Long> inTurn = new ArrayList<>();
        for (List<Long> free : table.free(redrive, keys, items.size()).values()) {
            free.stream().takeWhile(left::contains).forEach(inTurn::add);
        }
        long settled = applyAll(job, table.parked(redrive, inTurn));
        inTurn.forEach(left::remove);
        long blocked = table.untried(redrive, left);
        redrives.add(redrive.id(), new Progress(settled + blocked, inTurn.size(), 0, blocked));
    }

    /** Returns how many of the events were selected. */
    private long applyAll(Job job, List<ParkedRow> events) {
        List<Delivery> deliveries = new ArrayList<>();
        for (ParkedRow event : events) {
            Delivery delivery = reader.read(event.message());
            if (delivery.isPoison()) {
                throw delivery.poison();
            }
            deliveries.add(delivery);
        }
        table.redriven(job, events.stream().map(ParkedRow::id).toList());
        Delivery.applyAll(deliveries);
        return events.stream().filter(ParkedRow::selected).count();
    }

    /** Parks the event again; throws when the broker or the database is away. */
    @Override
    public boolean settle(Job job, RedriveItem item, RuntimeException failure) {
        if (TransientFailures.isTransient(failure)) {
            throw failure;
        }
        RedriveRow redrive = redrives.of(job);
        Set<TopicKey> keys = table.keysOf(Set.of(item.eventId()));
        keys.forEach(parking::lock);
        List<ParkedRow> event = table.parked(redrive, List.of(item.eventId()));
        if (event.isEmpty()) {
            return true; // another request has applied or discarded it
        }
        Collection<List<Long>> free = table.free(redrive, keys, 1).values();
        if (free.stream().noneMatch(ids -> ids.contains(item.eventId()))) {
            return false; // it was not tried, so the failure is not its own
        }
        table.failedAgain(redrive.id(), item.eventId(), ParkingReason.of(failure));
        redrives.add(redrive.id(), new Progress(event.get(0).selected() ? 1 : 0, 0, 1, 0));
        return true;
    }

    @Override
    public void finish(Job job) {
        actions.recordRedrive(job.requestedBy(), redrives.run(job.jobId()).orElseThrow());
    }

    @Override
    public String textOf(RedriveItem item) {
        return item.text();
    }

    @Override
    public RedriveItem itemOf(String text) {
        return RedriveItem.parse(text);
    }

    @Override
    public int chunkItems() {
        return CHUNK_EVENTS;
    }

    /** An event that cannot be applied is parked, and nowhere else. */
    @Override
    public boolean maySetAside() {
        return false;
    }

    /** The rest stays parked, and has its own gauges. */
    @Override
    public boolean endsWhenStopped() {
        return true;
    }
}
