package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.StatusTransitions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/**
 * Brings a candidate to the status that the records of the field show: invited, visited, validated.
 * What comes after these, the ministry decides.
 */
@ApplicationScoped
public class AdvanceCandidate {

    private final KpmRecords records;

    AdvanceCandidate(KpmRecords records) {
        this.records = records;
    }

    /**
     * Leaves a family as it is that is further already, such as by a decision of the ministry.
     *
     * @param family locked by this transaction
     * @param reason code of what was recorded
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Family family, KpmStatus next, LocalDate on, String reason) {
        if (next.ordinal() <= KpmStatus.VALIDATED.ordinal()
                && StatusTransitions.allow(family.status(), next)) {
            records.save(family.inStatus(next, on), reason, null);
        }
    }
}
