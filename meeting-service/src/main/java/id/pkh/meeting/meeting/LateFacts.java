package id.pkh.meeting.meeting;

import id.pkh.meeting.duty.ClosedMonths;
import id.pkh.meeting.duty.ReviewDuty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A fact about a month that is closed already: the duty of whoever was responsible is looked at
 * again.
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
    void look(UUID groupId, YearMonth month, String reason) {
        closedMonths
                .of(groupId, month)
                .ifPresent(closed -> reviewDuty.handle(closed.facilitators(), month, reason));
    }
}
