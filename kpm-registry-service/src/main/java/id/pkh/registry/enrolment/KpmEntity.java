package id.pkh.registry.enrolment;

import id.pkh.registry.enrolment.domain.KpmStatus;
import id.pkh.registry.enrolment.domain.PayingBank;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A beneficiary family (KPM): the unit that is paid, known by its family card. It enters from the
 * ministry's list, is validated, becomes active, and leaves by graduation, move, death or
 * termination. Every change of it is one version higher, and the events of that change carry it.
 */
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
