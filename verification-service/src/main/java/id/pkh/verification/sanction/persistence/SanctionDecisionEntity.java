package id.pkh.verification.sanction.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "sanction_decision")
class SanctionDecisionEntity extends PanacheEntityBase {

    @Id
    @Column(name = "decision_id")
    UUID decisionId;

    @Column(name = "step_id")
    UUID stepId;

    @Column(name = "step")
    String step;

    @Column(name = "kpm_id")
    UUID kpmId;

    @Column(name = "decision")
    String decision;

    @Column(name = "effect")
    String effect;

    @Column(name = "effective_from")
    LocalDate effectiveFrom;

    @Column(name = "reason")
    String reason;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "decided_at")
    Instant decidedAt;
}
