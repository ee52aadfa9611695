package id.pkh.verification.appeal.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
@Table(name = "appeal")
class AppealEntity extends PanacheEntityBase {

    @Id
    @Column(name = "appeal_id")
    UUID appealId;

    @Column(name = "step_id", updatable = false)
    UUID stepId;

    @Column(name = "kpm_id", updatable = false)
    UUID kpmId;

    @Column(name = "cause", updatable = false)
    String cause;

    @Column(name = "period", updatable = false)
    String period;

    @Column(name = "statement", updatable = false)
    String statement;

    @Column(name = "lodged_by", updatable = false)
    String lodgedBy;

    @Column(name = "lodged_on", updatable = false)
    LocalDate lodgedOn;

    @Column(name = "lodged_at", updatable = false)
    Instant lodgedAt;

    @Column(name = "decision")
    String decision;

    @Column(name = "decision_reason")
    String decisionReason;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "decided_at")
    Instant decidedAt;
}
