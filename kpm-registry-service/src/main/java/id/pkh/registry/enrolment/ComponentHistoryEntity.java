package id.pkh.registry.enrolment;

import id.pkh.registry.enrolment.domain.ComponentSpan;
import id.pkh.registry.enrolment.domain.ComponentType;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A component that a member carried until another took its place. Append-only. */
@Entity
@Immutable
@Table(name = "component_history")
class ComponentHistoryEntity extends PanacheEntityBase {

    @Id public UUID id;

    public UUID memberId;
    public UUID kpmId;

    @Enumerated(EnumType.STRING)
    public ComponentType component;

    public LocalDate componentSince;
    public LocalDate componentUntil;
    public String npsn;
    public String changedBy;
    public Instant recordedAt;

    static List<ComponentHistoryEntity> ofFamily(UUID kpmId) {
        return list("kpmId", kpmId);
    }

    ComponentSpan span() {
        return new ComponentSpan(component, componentSince, componentUntil);
    }
}
