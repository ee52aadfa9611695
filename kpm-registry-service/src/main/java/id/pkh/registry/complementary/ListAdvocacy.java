package id.pkh.registry.complementary;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.complementary.Advocacies.AdvocacyRow;
import id.pkh.registry.complementary.ComplementaryRequests.Listing;
import id.pkh.registry.complementary.ComplementaryStatuses.StatusRow;
import id.pkh.registry.complementary.domain.AdvocacyState;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Puts a family on the list of those that lack a programme, or miss its payments. */
@ApplicationScoped
class ListAdvocacy {

    private final KpmRecords records;
    private final ComplementaryStatuses statuses;
    private final Advocacies advocacies;
    private final AdvocacyEvents events;
    private final Caller caller;
    private final Clock clock;

    ListAdvocacy(
            KpmRecords records,
            ComplementaryStatuses statuses,
            Advocacies advocacies,
            AdvocacyEvents events,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.statuses = statuses;
        this.advocacies = advocacies;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID handle(Listing request) {
        RecordStatus.requireMember(request.programme(), request.memberId());
        Family family = records.lockForChange(request.kpmId());
        if (request.memberId() != null) {
            records.memberOf(family, request.memberId());
        }
        StatusRow gap =
                statuses.of(family.id(), request.programme(), request.memberId())
                        .filter(status -> status.status().isGap())
                        .orElseThrow(() -> Refused.because("ADVOCACY_WITHOUT_GAP"));
        if (request.complaintId() != null
                && !advocacies.isComplaintOf(request.complaintId(), family.id())) {
            throw Refused.because("ADVOCACY_COMPLAINT_DISAGREES");
        }
        Instant now = clock.instant();
        AdvocacyRow row =
                new AdvocacyRow(
                        UuidCreator.getTimeOrderedEpoch(),
                        family.id(),
                        family.details().villageCode(),
                        request.programme(),
                        request.memberId(),
                        gap.status(),
                        gap.effectiveOn(),
                        request.complaintId(),
                        AdvocacyState.LISTED,
                        1,
                        null,
                        null,
                        caller.subject(),
                        now,
                        null);
        UniqueViolations.refuseOn(() -> advocacies.insert(row, gap.statusId()));
        advocacies.act(row, caller.subject(), now);
        events.changed(row, null, family, caller.subject(), now);
        return row.advocacyId();
    }
}
