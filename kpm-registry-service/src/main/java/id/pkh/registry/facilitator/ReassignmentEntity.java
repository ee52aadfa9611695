package id.pkh.registry.facilitator;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
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
    public String recordedBy;
    public Instant recordedAt;
}
