package id.pkh.registry.complementary;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.complementary.Advocacies.AdvocacyRow;
import id.pkh.registry.complementary.ComplementaryStatuses.StatusRow;
import id.pkh.registry.complementary.domain.AdvocacyState;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Refusal;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Source;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Brings one advocacy to its next state, also of a family that has left meanwhile. */
@ApplicationScoped
class MoveAdvocacy {

    private final KpmRecords records;
    private final Advocacies advocacies;
    private final ComplementaryStatuses statuses;
    private final AdvocacyEvents events;
    private final Caller caller;
    private final Clock clock;

    MoveAdvocacy(
            KpmRecords records,
            Advocacies advocacies,
            ComplementaryStatuses statuses,
            AdvocacyEvents events,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.advocacies = advocacies;
        this.statuses = statuses;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param period month from which it is proposed; for PROPOSED only
     * @param refusal why the centre refused; for REFUSED only
     * @param since first day on which the family receives it; for RECEIVES only
     */
    record Move(AdvocacyState next, String period, Refusal refusal, LocalDate since) {

        static Move to(AdvocacyState next) {
            return new Move(next, null, null, null);
        }
    }

    @Transactional
    void handle(UUID id, int version, Move move) {
        UUID kpm = advocacies.find(id).orElseThrow(() -> Refused.because("NOT_FOUND")).kpmId();
        Family family = records.lock(kpm);
        AdvocacyRow row = advocacies.find(id).orElseThrow();
        if (row.version() != version) {
            throw Refused.because("ADVOCACY_VERSION_DIFFERS").with("version", row.version());
        }
        if (!row.state().canBecome(move.next())) {
            throw Refused.because("ADVOCACY_NOT_OPEN").with("state", row.state().name());
        }
        boolean isProposal = move.next() == AdvocacyState.PROPOSED;
        if (isProposal && row.listedBy().equals(caller.subject())) {
            throw Refused.because("ADVOCACY_SAME_PERSON");
        }
        Instant now = clock.instant();
        AdvocacyRow moved =
                row.become(
                        move.next(),
                        isProposal ? move.period() : row.period(),
                        isProposal ? caller.subject() : row.proposedBy(),
                        move.refusal());
        advocacies.become(moved);
        advocacies.act(moved, caller.subject(), now);
        if (move.next() == AdvocacyState.RECEIVES) {
            receives(moved, move.since(), now);
        }
        events.changed(moved, row.state(), family, caller.subject(), now);
    }

    private void receives(AdvocacyRow row, LocalDate since, Instant now) {
        if (since.isAfter(BusinessDates.on(now))) {
            throw Refused.because("COMPLEMENTARY_IN_FUTURE");
        }
        statuses.insert(
                new StatusRow(
                        UuidCreator.getTimeOrderedEpoch(),
                        row.kpmId(),
                        row.villageCode(),
                        row.programme(),
                        row.memberId(),
                        Status.HAS,
                        since,
                        Source.ADVOCACY,
                        caller.subject(),
                        now));
    }
}
