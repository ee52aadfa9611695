package id.pkh.meeting.meeting;

import id.pkh.meeting.duty.ClosedMonths;
import id.pkh.meeting.duty.ReviewDuty;
import id.pkh.meeting.duty.ReviewReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.UUID;

/**
 * Has the duty of the responsible facilitator reviewed when a fact about a closed month becomes
 * known.
 */
@ApplicationScoped
class LateFacts {

    private final ClosedMonths closedMonths;
    private final ReviewDuty reviewDuty;

    LateFacts(ClosedMonths closedMonths, ReviewDuty reviewDuty) {
        this.closedMonths = closedMonths;
        this.reviewDuty = reviewDuty;
    }

    /** Does nothing while the month is not closed for the group. */
    void review(UUID groupId, YearMonth month, ReviewReason reason) {
        closedMonths
                .of(groupId, month)
                .ifPresent(closed -> reviewDuty.handle(closed.facilitators(), month, reason));
    }
}
