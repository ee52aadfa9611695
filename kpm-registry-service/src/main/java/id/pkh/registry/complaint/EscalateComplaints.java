package id.pkh.registry.complaint;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.complaint.domain.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A complaint that is late goes one level up, with the days of the policy from that day on. */
@ApplicationScoped
class EscalateComplaints {

    private static final int MAX_COMPLAINTS = 200;
    private static final String BY_THE_SYSTEM = "system";

    private final Complaints complaints;
    private final ComplaintDeadlines deadlines;
    private final ComplaintMoves moves;
    private final ComplaintNotices notices;
    private final Clock clock;

    EscalateComplaints(
            Complaints complaints,
            ComplaintDeadlines deadlines,
            ComplaintMoves moves,
            ComplaintNotices notices,
            Clock clock) {
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.moves = moves;
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional
    void handle() {
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        for (UUID id : complaints.lockLate(today, MAX_COMPLAINTS)) {
            escalate(
                    complaints.list(new Conditions().and("c.complaint_id = ?", id), 1).get(0),
                    today,
                    now);
        }
    }

    private void escalate(ComplaintRow row, LocalDate today, Instant now) {
        Standing escalated =
                row.standing().escalated(deadlines.of(row.type(), row.priority(), today));
        moves.write(row, escalated, "ESCALATED", null, BY_THE_SYSTEM, now);
        notices.reached(
                row.complaintId(),
                row.villageCode(),
                escalated,
                "ComplaintEscalated",
                row.version() + 1,
                now);
    }
}
