package id.pkh.registry.facilitator;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A field worker (pendamping sosial) who is responsible for the families of some villages. */
@Entity
@Table(name = "facilitator")
class FacilitatorEntity extends PanacheEntityBase {

    @Id public UUID id;

    public String code;
    public String name;
    public byte[] nikCipher;
    public String nikToken;
    public long version;
    public Instant recordedAt;
    public Instant changedAt;
}
