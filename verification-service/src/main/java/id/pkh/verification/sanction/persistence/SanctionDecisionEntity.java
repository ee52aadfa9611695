package id.pkh.verification.sanction.persistence;

import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.domain.DecisionKind;
import id.pkh.verification.sanction.domain.MoneyEffect;
import id.pkh.verification.sanction.domain.Step;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    @Enumerated(EnumType.STRING)
    @Column(name = "step")
    Step step;

    @Column(name = "kpm_id")
    UUID kpmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "decision")
    DecisionKind decision;

    @Enumerated(EnumType.STRING)
    @Column(name = "effect")
    MoneyEffect effect;

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

    /**
     * @param lift null while it lasts, or when there is nothing to lift
     */
    Decision decision(SuspensionLiftEntity lift) {
        return new Decision(
                decisionId,
                stepId,
                step,
                kpmId,
                decision,
                effect,
                effectiveFrom,
                reason,
                decidedBy,
                decidedOn,
                decidedAt,
                lift == null ? null : lift.lift());
    }
}
