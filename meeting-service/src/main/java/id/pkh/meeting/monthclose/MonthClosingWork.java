package id.pkh.meeting.monthclose;

import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.duty.ReviewDuty;
import id.pkh.meeting.duty.ReviewReason;
import id.pkh.meeting.monthclose.ClosingItem.Type;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Closes the groups of an area for a month, and then reviews the duty of the facilitators
 * concerned. The closing's row is locked in every chunk, so that its counts move with the
 * checkpoint.
 */
@ApplicationScoped
class MonthClosingWork implements JobWork<ClosingItem> {

    static final String KIND = "month-closing";

    private final MeetingConfig.MonthClose config;
    private final Closings closings;
    private final DueGroups dueGroups;
    private final CloseGroups closeGroups;
    private final ReviewDuty reviewDuty;
    private final Clock clock;

    MonthClosingWork(
            MeetingConfig config,
            Closings closings,
            DueGroups dueGroups,
            CloseGroups closeGroups,
            ReviewDuty reviewDuty,
            Clock clock) {
        this.config = config.monthClose();
        this.closings = closings;
        this.dueGroups = dueGroups;
        this.closeGroups = closeGroups;
        this.reviewDuty = reviewDuty;
        this.clock = clock;
    }

    static JobOrder order(ClosingEntity closing, String by) {
        return new JobOrder(KIND, closing.subject(), closing.id.toString(), null, by);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<ClosingItem> next(Job job, Optional<ClosingItem> after, int limit) {
        ClosingEntity closing = closingOf(job);
        if (lastOf(Type.FACILITATOR, after) == null) {
            List<UUID> due = dueGroups.next(closing, lastOf(Type.GROUP, after), limit);
            if (!due.isEmpty()) {
                return ClosingItem.of(Type.GROUP, due);
            }
        }
        return ClosingItem.of(
                Type.FACILITATOR,
                closings.nextFacilitators(
                        closing,
                        lastOf(Type.FACILITATOR, after),
                        Math.min(limit, config.chunkFacilitators())));
    }

    private static UUID lastOf(Type type, Optional<ClosingItem> after) {
        return after.filter(item -> item.type() == type).map(ClosingItem::id).orElse(null);
    }

    @Override
    public void apply(Job job, List<ClosingItem> items) {
        ClosingEntity closing = closingOf(job);
        List<UUID> ids = items.stream().map(ClosingItem::id).toList();
        switch (items.get(0).type()) {
            case GROUP ->
                    closing.closed(
                            closeGroups.close(
                                    closing,
                                    dueGroups.lockDue(ids, closing.yearMonth()),
                                    clock.instant()));
            case FACILITATOR -> {
                reviewDuty.handle(ids, closing.yearMonth(), ReviewReason.MONTH_CLOSED);
                closing.reviewed(ids.size());
            }
        }
    }

    @Override
    public void finish(Job job) {
        closingOf(job).finish(clock.instant());
    }

    private ClosingEntity closingOf(Job job) {
        return closings.lock(UUID.fromString(job.parameters()));
    }

    @Override
    public String textOf(ClosingItem item) {
        return item.text();
    }

    @Override
    public ClosingItem itemOf(String text) {
        return ClosingItem.parse(text);
    }

    @Override
    public int chunkItems() {
        return config.chunkGroups();
    }

    /** A facilitator's duty is reviewed from all of the groups, so no group may be left out. */
    @Override
    public boolean maySetAside() {
        return false;
    }
}
