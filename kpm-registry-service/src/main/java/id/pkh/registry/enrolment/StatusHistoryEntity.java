package id.pkh.registry.enrolment;

import id.pkh.registry.enrolment.domain.KpmStatus;
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

/** How a status came about. Append-only, in the database too. */
@Entity
@Immutable
@Table(name = "kpm_status_history")
class StatusHistoryEntity extends PanacheEntityBase {

    @Id public UUID id;

    public UUID kpmId;

    @Enumerated(EnumType.STRING)
    public KpmStatus oldStatus;

    @Enumerated(EnumType.STRING)
    public KpmStatus newStatus;

    public String reason;
    public UUID decisionId;
    public LocalDate effectiveOn;
    public String decidedBy;
    public long kpmVersion;
    public Instant recordedAt;
}
