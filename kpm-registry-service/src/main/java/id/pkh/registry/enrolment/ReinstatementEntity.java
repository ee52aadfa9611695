package id.pkh.registry.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A family that had left came back. */
@Entity
@Table(name = "kpm_reinstatement")
class ReinstatementEntity extends PanacheEntityBase {

    @Id public UUID decisionId;

    public UUID kpmId;
    public LocalDate effectiveFrom;
    public String reason;
    public String preparedBy;
    public String decidedBy;

    /** Its place among the facts of the family. */
    public long sequence;

    public Instant recordedAt;

    static List<ReinstatementEntity> ofFamily(UUID kpmId) {
        return list("kpmId = ?1 order by sequence", kpmId);
    }
}
