package id.pkh.verification.sanction.persistence;

import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.LiftReason;
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

/** Read as an entity; written as a set by {@link JdbcSanctionHistories}, for one or for many. */
@Entity
@Immutable
@Table(name = "suspension_lift")
class SuspensionLiftEntity extends PanacheEntityBase {

    @Id UUID decisionId;

    @Enumerated(EnumType.STRING)
    LiftReason reason;

    String note;
    String liftedBy;
    LocalDate liftedOn;
    Instant liftedAt;

    Decision.Lift lift() {
        return new Decision.Lift(reason, note, liftedBy, liftedOn, liftedAt);
    }
}
