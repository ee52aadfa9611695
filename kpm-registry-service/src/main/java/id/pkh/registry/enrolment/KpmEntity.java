package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.PayingBank;
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

/** A family, to read; {@code Families} writes. */
@Immutable
@Entity
@Table(name = "kpm")
class KpmEntity extends PanacheEntityBase {

    @Id public UUID id;

    public byte[] familyCardCipher;
    public String familyCardToken;
    public UUID caretakerMemberId;
    public String villageCode;
    public String groupCode;

    @Enumerated(EnumType.STRING)
    public PayingBank payingBank;

    public byte[] accountCipher;
    public String accountToken;
    public byte[] addressCipher;

    @Enumerated(EnumType.STRING)
    public KpmStatus status;

    public LocalDate participatingSince;
    public long version;
    public Instant recordedAt;
    public Instant changedAt;
}
