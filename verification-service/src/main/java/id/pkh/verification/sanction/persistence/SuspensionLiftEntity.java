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
@Table(name = "suspension_lift")
class SuspensionLiftEntity extends PanacheEntityBase {

    @Id
    @Column(name = "decision_id")
    UUID decisionId;

    @Column(name = "reason")
    String reason;

    @Column(name = "note")
    String note;

    @Column(name = "lifted_by")
    String liftedBy;

    @Column(name = "lifted_on")
    LocalDate liftedOn;

    @Column(name = "lifted_at")
    Instant liftedAt;
}
