package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.family.domain.Membership;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A decision against a family, as far as its facts have arrived. */
@Entity
@Table(name = "kpm_decision")
class DecisionEntity extends PanacheEntityBase {

    static final String BY_VERIFICATION = "VERIFICATION";

    /** Decided in this service in former times. */
    static final String BY_OFFICER = "OFFICER";

    @Id public UUID decisionId;

    public UUID kpmId;

    @Enumerated(EnumType.STRING)
    public Measure measure;

    public String source;

    /** Null when the decision itself has not arrived. */
    public LocalDate takenOn;

    public String preparedBy;
    public String decidedBy;

    /** Null until the notice was delivered. */
    public LocalDate inEffectFrom;

    public Long inEffectSequence;
    public LocalDate liftedOn;
    public String liftReason;
    public String liftedBy;
    public Instant recordedAt;

    static List<DecisionEntity> ofFamily(UUID kpmId) {
        return list("kpmId = ?1 order by recordedAt, decisionId", kpmId);
    }

    Membership.Decision asFact(boolean isStayed) {
        return new Membership.Decision(
                measure,
                inEffectFrom != null,
                isStayed,
                liftedOn != null,
                source.equals(BY_OFFICER),
                inEffectSequence == null ? 0 : inEffectSequence);
    }
}
