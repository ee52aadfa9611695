package id.pkh.verification.sanction.persistence;

import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.domain.DecisionKind;
import id.pkh.verification.sanction.domain.MoneyEffect;
import id.pkh.verification.sanction.domain.Step;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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

    @Id UUID decisionId;
    UUID stepId;

    @Enumerated(EnumType.STRING)
    Step step;

    UUID kpmId;

    @Enumerated(EnumType.STRING)
    DecisionKind decision;

    @Enumerated(EnumType.STRING)
    MoneyEffect effect;

    LocalDate effectiveFrom;
    String reason;
    String decidedBy;
    LocalDate decidedOn;
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
