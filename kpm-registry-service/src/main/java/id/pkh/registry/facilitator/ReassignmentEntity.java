package id.pkh.registry.facilitator;

import id.pkh.registry.facilitator.domain.HandoverReason;
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

/**
 * The hand-over of a village: the successor, the day of notice, and the last day of the overlap.
 */
@Entity
@Immutable
@Table(name = "reassignment")
class ReassignmentEntity extends PanacheEntityBase {

    @Id public UUID id;

    public String villageCode;
    public UUID facilitatorId;
    public UUID successorId;
    public LocalDate noticeGivenOn;
    public LocalDate effectiveOn;
    public LocalDate overlapUntil;
    public int openCases;
    public String reason;

    @Enumerated(EnumType.STRING)
    public HandoverReason reasonCode;

    /** The assignment that ends with it; null when the predecessor was gone before. */
    public UUID assignmentId;

    /** The last day that this assignment had before; null when it had none. */
    public LocalDate formerUntil;

    public UUID successorAssignmentId;
    public String recordedBy;
    public Instant recordedAt;
}
