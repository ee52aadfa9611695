package id.pkh.registry.enrolment;

import id.pkh.registry.enrolment.domain.ComponentSpan;
import id.pkh.registry.enrolment.domain.ComponentType;
import id.pkh.registry.enrolment.domain.Sex;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person of a family: one who carries a component, or its caretaker. */
@Entity
@Table(name = "family_member")
class FamilyMemberEntity extends PanacheEntityBase {

    @Id public UUID id;

    public UUID kpmId;
    public byte[] nikCipher;
    public String nikToken;
    public byte[] nameCipher;

    /** Null for a caretaker known only from the families' list: her NIK leaves the century open. */
    public LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    public Sex sex;

    @Enumerated(EnumType.STRING)
    public ComponentType component;

    public String npsn;
    public String nisn;
    public String grade;
    public LocalDate componentSince;
    public LocalDate componentUntil;
    public Instant recordedAt;
    public Instant changedAt;

    static List<FamilyMemberEntity> ofFamily(UUID kpmId) {
        return list("kpmId = ?1 order by id", kpmId);
    }

    Optional<ComponentSpan> span() {
        return Optional.ofNullable(component)
                .map(type -> new ComponentSpan(type, componentSince, componentUntil));
    }

    void carry(ComponentSpan span) {
        component = span.type();
        componentSince = span.since();
        componentUntil = span.until();
    }
}
