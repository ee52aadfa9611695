package id.pkh.registry.enrolment;

import id.pkh.platform.web.Refused;
import id.pkh.registry.family.domain.Family;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** Records the death of a member, or that it was recorded wrongly. */
@ApplicationScoped
public class RecordDeath {

    private final KpmRecords records;

    RecordDeath(KpmRecords records) {
        this.records = records;
    }

    /** A caretaker has to be followed by another one first. */
    public Family applied(Family family, UUID memberId, LocalDate on) {
        if (family.caretaker().id().equals(memberId)) {
            throw Refused.because("UPDATE_CARETAKER_NEEDED");
        }
        return family.with(
                records.memberOf(family, memberId).died(on).orThrow(Refused::because), on);
    }

    public Family corrected(Family family, UUID memberId, LocalDate on) {
        return family.with(
                records.memberOf(family, memberId).alive().orThrow(Refused::because), on);
    }
}
