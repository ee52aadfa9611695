package id.pkh.registry.facilitator;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.platform.work.WorkPages;
import id.pkh.registry.facilitator.domain.HandoverState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The successor confirms that the list of open cases was read, and how many there were. */
@ApplicationScoped
class ReceiveHandover {

    private final FacilitatorRecords records;
    private final HandoverQueries queries;
    private final HandoverRows handovers;
    private final WorkPages work;
    private final Caller caller;
    private final Clock clock;

    ReceiveHandover(
            FacilitatorRecords records,
            HandoverQueries queries,
            HandoverRows handovers,
            WorkPages work,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.queries = queries;
        this.handovers = handovers;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /** A repeated receipt changes nothing. */
    @Transactional
    HandoverView handle(UUID id) {
        records.lock(List.of(queries.row(id).successorId()));
        HandoverRows.Row handover = queries.row(id);
        if (!records.isKnownAs(handover.successorId(), caller.subject())) {
            throw Refused.because("HANDOVER_NOT_YOURS");
        }
        Instant now = clock.instant();
        if (handover.stateOn(BusinessDates.on(now)) == HandoverState.CANCELLED) {
            throw Refused.because("HANDOVER_CANCELLED");
        }
        if (handover.receivedAt() == null) {
            handovers.receive(id, work.countIn(handover.villageCode()), caller.subject(), now);
        }
        return queries.one(id);
    }
}
