package id.pkh.registry.facilitator;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.facilitator.domain.HandoverReason;
import id.pkh.registry.facilitator.domain.HandoverState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hand-overs with what became of them. Nothing in them is rewritten. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class HandoverRows {

    private static final String SELECT =
            """
            SELECT r.id, r.village_code, r.facilitator_id, r.successor_id, r.reason_code, r.reason,
                   r.notice_given_on, r.effective_on, r.overlap_until, r.open_cases, r.recorded_by,
                   r.recorded_at, c.cancelled_by, c.cancelled_at, p.received_by, p.received_at,
                   p.open_cases AS open_cases_received, r.assignment_id, r.former_until,
                   r.successor_assignment_id
              FROM reassignment r
              LEFT JOIN reassignment_cancellation c ON c.reassignment_id = r.id
              LEFT JOIN reassignment_receipt p ON p.reassignment_id = r.id
             WHERE\s""";

    private final Database database;
    private final Clock clock;

    HandoverRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A hand-over on record. */
    record Row(
            UUID id,
            String villageCode,
            UUID facilitatorId,
            UUID successorId,
            HandoverReason reasonCode,
            String reason,
            LocalDate noticeGivenOn,
            LocalDate effectiveOn,
            LocalDate overlapUntil,
            int openCases,
            String recordedBy,
            Instant recordedAt,
            String cancelledBy,
            Instant cancelledAt,
            String receivedBy,
            Instant receivedAt,
            Integer openCasesReceived,
            UUID assignmentId,
            LocalDate formerUntil,
            UUID successorAssignmentId) {

        HandoverState stateOn(LocalDate today) {
            return HandoverState.on(today, effectiveOn, overlapUntil, cancelledAt != null);
        }

        HandoverView viewOn(LocalDate today) {
            return new HandoverView(
                    id,
                    villageCode,
                    facilitatorId,
                    successorId,
                    reasonCode,
                    reason,
                    noticeGivenOn,
                    effectiveOn,
                    overlapUntil,
                    stateOn(today),
                    openCases,
                    recordedBy,
                    recordedAt,
                    cancelledBy,
                    cancelledAt,
                    receivedBy,
                    receivedAt,
                    openCasesReceived);
        }
    }

    List<Row> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY r.id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(Row.class))
                                .list());
    }

    Optional<Row> find(UUID id) {
        return list(new Conditions().and("r.id = ?", id), 1).stream().findFirst();
    }

    /** The condition for a state, which follows from the days. */
    void only(HandoverState state, Conditions which) {
        LocalDate today = BusinessDates.today(clock);
        if (state == HandoverState.CANCELLED) {
            which.and("c.cancelled_at IS NOT NULL");
            return;
        }
        which.and("c.cancelled_at IS NULL");
        switch (state) {
            case PLANNED -> which.and("r.effective_on > ?", today);
            case IN_OVERLAP ->
                    which.and("r.effective_on <= ? AND r.overlap_until >= ?", today, today);
            default -> which.and("r.effective_on <= ? AND r.overlap_until < ?", today, today);
        }
    }

    void cancel(Row handover, String by, Instant now) {
        database.update(
                "INSERT INTO reassignment_cancellation (reassignment_id, effective_on, cancelled_on,"
                        + " cancelled_by, cancelled_at) VALUES (:id, :effective_on, :today, :by, :now)",
                u ->
                        u.bind("id", handover.id())
                                .bind("effective_on", handover.effectiveOn())
                                .bind("today", BusinessDates.on(now))
                                .bind("by", by)
                                .bind("now", now));
    }

    void receive(UUID id, int openCases, String by, Instant now) {
        database.update(
                "INSERT INTO reassignment_receipt (reassignment_id, open_cases, received_by, received_at)"
                        + " VALUES (:id, :open_cases, :by, :now)",
                u ->
                        u.bind("id", id)
                                .bind("open_cases", openCases)
                                .bind("by", by)
                                .bind("now", now));
    }
}
