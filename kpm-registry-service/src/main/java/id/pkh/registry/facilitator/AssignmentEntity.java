package id.pkh.registry.facilitator;

import id.pkh.registry.facilitator.domain.DutyRange;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A facilitator is responsible for a village over a range of days. */
@Entity
@Table(name = "facilitator_assignment")
class AssignmentEntity extends PanacheEntityBase {

    static final String FACILITATOR = "FACILITATOR";

    @Id public UUID id;

    public UUID facilitatorId;
    public String role;
    public String villageCode;
    public LocalDate validFrom;
    public LocalDate validUntil;

    /** From this day a successor is responsible too, because of a recorded hand-over. */
    public LocalDate overlapFrom;

    public UUID reassignmentId;
    public long version;
    public Instant recordedAt;
    public Instant changedAt;

    DutyRange range() {
        return new DutyRange(validFrom, validUntil);
    }

    /** The days on which no other facilitator may be responsible for the village. */
    DutyRange soleRange() {
        return new DutyRange(
                validFrom, overlapFrom == null ? validUntil : overlapFrom.minusDays(1));
    }

    boolean isFacilitator() {
        return role.equals(FACILITATOR);
    }
}
