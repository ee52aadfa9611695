package id.pkh.registry.initial;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.enrolment.AdvanceCandidate;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.initial.Candidates.CandidateRow;
import id.pkh.registry.initial.InitialRequests.DeliveryEntry;
import id.pkh.registry.initial.domain.MeetingRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Records to whom the letter of a candidate was given, who is invited from then on. */
@ApplicationScoped
class DeliverInvitation {

    private final LockedMeetings locked;
    private final Candidates candidates;
    private final KpmRecords records;
    private final AdvanceCandidate advance;
    private final Caller caller;
    private final Clock clock;

    DeliverInvitation(
            LockedMeetings locked,
            Candidates candidates,
            KpmRecords records,
            AdvanceCandidate advance,
            Caller caller,
            Clock clock) {
        this.locked = locked;
        this.candidates = candidates;
        this.records = records;
        this.advance = advance;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID meetingId, DeliveryEntry delivery) {
        locked.open(meetingId);
        Family family = records.lockForChange(delivery.kpmId());
        CandidateRow candidate =
                candidates
                        .find(family.id())
                        .filter(row -> row.meetingId().equals(meetingId))
                        .orElseThrow(() -> Refused.because("INITIAL_NOT_ON_LIST"));
        faultOf(candidate, delivery)
                .ifPresent(
                        code -> {
                            throw Refused.because(code);
                        });
        deliver(family, candidate, delivery);
    }

    Optional<String> faultOf(CandidateRow candidate, DeliveryEntry delivery) {
        return candidate.deliveredOn() != null
                ? Optional.of("INITIAL_ALREADY_DELIVERED")
                : MeetingRule.faultOfDelivery(
                        delivery.deliveredOn(), candidate.meetsOn(), BusinessDates.today(clock));
    }

    /** Records a letter without a fault, of a family that this transaction has locked. */
    void deliver(Family family, CandidateRow candidate, DeliveryEntry delivery) {
        candidates.deliver(candidate.meetingId(), delivery, caller.subject(), clock.instant());
        advance.handle(family, KpmStatus.INVITED, delivery.deliveredOn(), "INVITATION_DELIVERED");
    }
}
