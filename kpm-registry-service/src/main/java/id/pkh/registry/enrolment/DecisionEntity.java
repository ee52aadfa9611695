package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.MembershipDecisions;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A decision on a family's membership. A suspension is open until it is lifted. */
@Entity
@Table(name = "kpm_decision")
class DecisionEntity extends PanacheEntityBase {

    static final String SUSPENSION = "SUSPENSION";
    static final String TERMINATION = "TERMINATION";
    static final String BY_VERIFICATION = "VERIFICATION";
    static final String BY_OFFICER = "OFFICER";

    @Id public UUID decisionId;

    public UUID kpmId;
    public String kind;
    public String source;

    /** Null when only the lift of the decision has arrived. */
    public LocalDate takenOn;

    public LocalDate liftedOn;
    public String liftReason;
    public Instant recordedAt;

    boolean isOpenSuspension() {
        return kind.equals(SUSPENSION) && takenOn != null && liftedOn == null;
    }

    static List<DecisionEntity> ofFamily(UUID kpmId) {
        return list("kpmId", kpmId);
    }

    static MembershipDecisions onRecord(UUID kpmId) {
        List<DecisionEntity> decisions = ofFamily(kpmId);
        return new MembershipDecisions(
                (int) decisions.stream().filter(DecisionEntity::isOpenSuspension).count(),
                decisions.stream().anyMatch(decision -> decision.kind.equals(TERMINATION)));
    }
}
