package id.pkh.registry.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A decision that an appeal stays. */
@Entity
@Table(name = "kpm_decision_stay")
class DecisionStayEntity extends PanacheEntityBase {

    @Id public UUID appealId;

    public UUID decisionId;
    public UUID kpmId;

    /** Null when only the end has arrived. */
    public LocalDate stayedOn;

    public LocalDate endedOn;

    static List<DecisionStayEntity> ofFamily(UUID kpmId) {
        return list("kpmId", kpmId);
    }

    boolean isOpen() {
        return endedOn == null;
    }
}
