package id.pkh.meeting.group;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A group of families of one village that meets every month. It is formed once, its families come
 * and go with what the registry says of them, it elects officers, and it never ends here: a group
 * without families is simply not met.
 *
 * <p>Its version counts everything that is published about it, its meetings included. Whoever
 * publishes locks the row first, so that the events of a group stay in order.
 */
@Entity
@Table(name = "kpm_group")
public class GroupEntity extends PanacheEntityBase {

    @Id UUID id;

    String code;

    String name;

    @Column(name = "village_code")
    String villageCode;

    @Column(name = "meeting_place")
    String meetingPlace;

    @Column(name = "formed_on")
    LocalDate formedOn;

    long version;

    @Column(name = "recorded_at")
    Instant recordedAt;

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String villageCode() {
        return villageCode;
    }

    public LocalDate formedOn() {
        return formedOn;
    }

    /** The sequence of the next event about this group; the row must be locked. */
    public long nextVersion() {
        version++;
        return version;
    }
}
