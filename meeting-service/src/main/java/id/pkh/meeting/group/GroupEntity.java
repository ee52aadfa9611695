package id.pkh.meeting.group;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A group of families of one village that meets every month. It is formed once. Its families change
 * as the registry publishes them, and it elects officers. It never ends here: a group without
 * families simply has no meetings.
 *
 * <p>Its version counts all events that are published about it, including its meetings. Only {@link
 * #nextVersion()} changes it. The publisher locks the row first ({@link Groups#lock}), so that the
 * events of a group stay in order.
 */
@Entity
@Table(name = "kpm_group")
public class GroupEntity extends PanacheEntityBase {

    @Id UUID id;
    String code;
    String name;
    String villageCode;
    String meetingPlace;
    LocalDate formedOn;
    long version;
    Instant recordedAt;

    protected GroupEntity() {}

    GroupEntity(UUID id, NewGroup formed, Instant recordedAt) {
        this.id = id;
        code = formed.code();
        name = formed.name();
        villageCode = formed.villageCode();
        meetingPlace = formed.meetingPlace();
        formedOn = formed.formedOn();
        this.recordedAt = recordedAt;
    }

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

    /** Whether its name or its place has changed. */
    boolean rename(NewGroup group) {
        boolean changes = !name.equals(group.name()) || !meetingPlace.equals(group.meetingPlace());
        name = group.name();
        meetingPlace = group.meetingPlace();
        return changes;
    }

    /** The sequence of the next event about this group; the row must be locked. */
    public long nextVersion() {
        version++;
        return version;
    }
}
