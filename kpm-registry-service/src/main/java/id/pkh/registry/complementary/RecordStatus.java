package id.pkh.registry.complementary;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.complementary.ComplementaryRequests.StatusEntry;
import id.pkh.registry.complementary.ComplementaryStatuses.StatusRow;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Records whether a family has a programme. It changes neither membership nor payment. */
@ApplicationScoped
class RecordStatus {

    private final KpmRecords records;
    private final ComplementaryStatuses statuses;
    private final Caller caller;
    private final Clock clock;

    RecordStatus(KpmRecords records, ComplementaryStatuses statuses, Caller caller, Clock clock) {
        this.records = records;
        this.statuses = statuses;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID handle(StatusEntry entry) {
        requireMember(entry.programme(), entry.memberId());
        if (entry.source().isReserved()) {
            throw Refused.because("COMPLEMENTARY_SOURCE_RESERVED");
        }
        Instant now = clock.instant();
        if (entry.effectiveOn().isAfter(BusinessDates.on(now))) {
            throw Refused.because("COMPLEMENTARY_IN_FUTURE");
        }
        Family family = records.lockForChange(entry.kpmId());
        if (entry.memberId() != null) {
            records.memberOf(family, entry.memberId());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        statuses.insert(
                new StatusRow(
                        id,
                        family.id(),
                        family.details().villageCode(),
                        entry.programme(),
                        entry.memberId(),
                        entry.status(),
                        entry.effectiveOn(),
                        entry.source(),
                        caller.subject(),
                        now));
        return id;
    }

    static void requireMember(Programme programme, UUID member) {
        if (programme.isOfMember() != (member != null)) {
            throw Refused.because("COMPLEMENTARY_MEMBER_DISAGREES")
                    .with("programme", programme.name());
        }
    }
}
