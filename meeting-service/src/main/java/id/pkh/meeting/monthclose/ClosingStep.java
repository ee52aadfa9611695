package id.pkh.meeting.monthclose;

import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.duty.ReviewDuty;
import id.pkh.meeting.duty.ReviewReason;
import id.pkh.meeting.group.GroupEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * One step of a closing, in one transaction with its checkpoint. The closing's row is locked
 * meanwhile, so two workers of the same closing take turns.
 */
@ApplicationScoped
class ClosingStep {

    private final MeetingConfig config;
    private final Closings closings;
    private final DueGroups dueGroups;
    private final CloseGroups closeGroups;
    private final ReviewDuty reviewDuty;
    private final Clock clock;

    ClosingStep(
            MeetingConfig config,
            Closings closings,
            DueGroups dueGroups,
            CloseGroups closeGroups,
            ReviewDuty reviewDuty,
            Clock clock) {
        this.config = config;
        this.closings = closings;
        this.dueGroups = dueGroups;
        this.closeGroups = closeGroups;
        this.reviewDuty = reviewDuty;
        this.clock = clock;
    }

    /** Whether there is more to do. */
    @Transactional
    boolean next(UUID closingId) {
        ClosingEntity closing = closings.lock(closingId);
        return switch (closing.phase) {
            case GROUPS -> closeNextGroups(closing);
            case DUTY -> reviewNextFacilitators(closing);
            case DONE -> false;
        };
    }

    private boolean closeNextGroups(ClosingEntity closing) {
        List<GroupEntity> locked = dueGroups.lockNext(closing, config.monthClose().chunkGroups());
        if (locked.isEmpty()) {
            closing.enterDuty();
            return true;
        }
        List<GroupEntity> due = dueGroups.stillDue(locked, closing.yearMonth());
        closing.closed(
                locked.get(locked.size() - 1).id(),
                closeGroups.close(closing, due, clock.instant()));
        return true;
    }

    private boolean reviewNextFacilitators(ClosingEntity closing) {
        List<UUID> concerned =
                closings.nextFacilitators(closing, config.monthClose().chunkFacilitators());
        if (concerned.isEmpty()) {
            closing.finish(clock.instant());
            return false;
        }
        reviewDuty.handle(concerned, closing.yearMonth(), ReviewReason.MONTH_CLOSED);
        closing.reviewed(concerned.get(concerned.size() - 1), concerned.size());
        return true;
    }
}
