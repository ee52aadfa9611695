package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.Sex;
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

/** A person of a family, to read; {@code Families} writes. */
@Entity
@Immutable
@Table(name = "family_member")
class FamilyMemberEntity extends PanacheEntityBase {

    @Id public UUID id;

    public UUID kpmId;
    public byte[] nikCipher;
    public String nikToken;
    public byte[] nameCipher;

    /** Null for a caretaker of whom only the NIK is known, which leaves the century open. */
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
}
