package id.pkh.meeting.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.meeting.MeetingNotHeld;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.meeting.domain.Attribution;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A month in which a group did not meet: the reason, the attribution, and the families to which the
 * meeting was due. A record is in effect until a meeting or a later record supersedes it; otherwise
 * it never changes.
 */
@Entity
@Table(name = "not_held")
class NotHeldEntity extends PanacheEntityBase {

    /** The kind of record that superseded this one. */
    enum Successor {
        MEETING,
        NOT_HELD
    }

    @Id UUID id;
    UUID groupId;
    LocalDate month;

    /** Null when no facilitator was responsible. */
    UUID facilitatorId;

    String reason;

    @Enumerated(EnumType.STRING)
    Attribution attribution;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> kpmIds;

    Instant recordedAt;
    String recordedBy;
    Instant supersededAt;

    @Enumerated(EnumType.STRING)
    Successor supersededByKind;

    UUID supersededBy;

    protected NotHeldEntity() {}

    NotHeldEntity(
            UUID groupId,
            YearMonth month,
            UUID facilitatorId,
            String reason,
            Attribution attribution,
            List<UUID> owed,
            Instant recordedAt,
            String recordedBy) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.groupId = groupId;
        this.month = month.atDay(1);
        this.facilitatorId = facilitatorId;
        this.reason = reason;
        this.attribution = attribution;
        this.kpmIds = owed;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** The same record with the corrected families to which the meeting was due. */
    NotHeldEntity of(List<UUID> owed, Instant now, String by) {
        return new NotHeldEntity(
                groupId, YearMonth.from(month), facilitatorId, reason, attribution, owed, now, by);
    }

    boolean statesTheSameAs(NotHeldEntity other) {
        return reason.equals(other.reason)
                && attribution == other.attribution
                && kpmIds.equals(other.kpmIds);
    }

    void supersede(Successor kind, UUID successor, Instant now) {
        supersededAt = now;
        supersededByKind = kind;
        supersededBy = successor;
    }

    MeetingNotHeld event(GroupEntity group, LocalDate occurredOn) {
        return new MeetingNotHeld(
                groupId,
                group.code(),
                group.villageCode(),
                YearMonth.from(month),
                facilitatorId,
                reason,
                attribution.name(),
                kpmIds,
                occurredOn,
                recordedAt);
    }
}
