package id.pkh.meeting.monthclose;

import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.duty.ReviewDuty;
import id.pkh.meeting.monthclose.DueGroups.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One step of a closing, in one transaction with its checkpoint. The closing's row is locked
 * meanwhile, so that two who carry on with the same closing take turns.
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
        Closing closing = closings.lock(closingId);
        if (closing.phase().equals(Closing.GROUPS)) {
            closeNextGroups(closing);
            return true;
        }
        return closing.phase().equals(Closing.DUTY) && reviewNextFacilitators(closing);
    }

    private void closeNextGroups(Closing closing) {
        List<Due> locked = dueGroups.lockNext(closing, config.monthClose().chunkGroups());
        if (locked.isEmpty()) {
            closings.enterDuty(closing);
            return;
        }
        List<Due> due = dueGroups.stillDue(locked, closing.month());
        Instant now = clock.instant();
        CloseGroups.Closed closed = closeGroups.close(closing, due, now);
        closings.groupsDone(
                closing,
                locked.get(locked.size() - 1).id(),
                due.size(),
                closed.held(),
                closed.notHeld(),
                closed.p2k2Held());
    }

    private boolean reviewNextFacilitators(Closing closing) {
        List<UUID> concerned =
                closings.nextFacilitators(closing, config.monthClose().chunkFacilitators());
        if (concerned.isEmpty()) {
            closings.finish(closing, clock.instant());
            return false;
        }
        reviewDuty.handle(concerned, closing.month(), ReviewDuty.MONTH_CLOSED);
        closings.facilitatorsDone(closing, concerned.get(concerned.size() - 1), concerned.size());
        return true;
    }
}
