package id.pkh.registry.complementary;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.registry.complementary.ComplementaryStatuses.StatusRow;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Source;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Records what the system of another programme reports of a family. A report that says again what
 * counts is no new fact, and one about a family that has left PKH is none at all.
 */
@ApplicationScoped
public class RecordReported {

    private final KpmRecords records;
    private final ComplementaryStatuses statuses;
    private final Caller caller;
    private final Clock clock;

    RecordReported(KpmRecords records, ComplementaryStatuses statuses, Caller caller, Clock clock) {
        this.records = records;
        this.statuses = statuses;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What is reported.
     *
     * @param memberId null for a programme of the whole family
     * @param effectiveOn since when it is so, at the latest today
     */
    public record Reported(
            UUID kpmId, UUID memberId, Programme programme, Status status, LocalDate effectiveOn) {}

    @Transactional
    public void handle(Reported reported) {
        RecordStatus.requireMember(reported.programme(), reported.memberId());
        Family family = records.lock(reported.kpmId());
        if (family.status().isFinal() || isKnown(reported)) {
            return;
        }
        statuses.insert(
                new StatusRow(
                        UuidCreator.getTimeOrderedEpoch(),
                        family.id(),
                        family.details().villageCode(),
                        reported.programme(),
                        reported.memberId(),
                        reported.status(),
                        reported.effectiveOn(),
                        Source.OTHER_SYSTEM,
                        caller.subject(),
                        clock.instant()));
    }

    private boolean isKnown(Reported reported) {
        Optional<StatusRow> counts =
                statuses.of(reported.kpmId(), reported.programme(), reported.memberId());
        return counts.filter(
                        row ->
                                row.status() == reported.status()
                                        && row.effectiveOn().equals(reported.effectiveOn()))
                .isPresent();
    }
}
