package id.pkh.verification.exemption.persistence;

import id.pkh.verification.exemption.Exemption;
import id.pkh.verification.exemption.ExemptionScope;
import id.pkh.verification.exemption.domain.ExemptSpan;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
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

@Entity
@Immutable
@Table(name = "exemption")
class ExemptionEntity extends PanacheEntityBase {

    @Id UUID exemptionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "scope_kind")
    ExemptionScope scope;

    String scopeCode;
    String[] withinAreas;
    LocalDate fromDay;
    LocalDate untilDay;
    String reasonCode;
    String legalBasis;
    String note;
    String recordedBy;
    LocalDate recordedOn;
    Instant recordedAt;

    static ExemptionEntity of(Exemption exemption) {
        ExemptionEntity entity = new ExemptionEntity();
        entity.exemptionId = exemption.exemptionId();
        entity.scope = exemption.scope();
        entity.scopeCode = exemption.scopeCode();
        entity.withinAreas = exemption.withinAreas().toArray(String[]::new);
        entity.fromDay = exemption.span().from();
        entity.untilDay = exemption.span().until();
        entity.reasonCode = exemption.reasonCode();
        entity.legalBasis = exemption.legalBasis();
        entity.note = exemption.note();
        entity.recordedBy = exemption.recordedBy();
        entity.recordedOn = exemption.recordedOn();
        entity.recordedAt = exemption.recordedAt();
        return entity;
    }

    Exemption exemption() {
        return new Exemption(
                exemptionId,
                scope,
                scopeCode,
                List.of(withinAreas),
                new ExemptSpan(fromDay, untilDay),
                reasonCode,
                legalBasis,
                note,
                recordedBy,
                recordedOn,
                recordedAt);
    }
}
