package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.domain.MeetingKind;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * A meeting or a P2K2 session that a group held: one of each kind per month. It is recorded once,
 * late or in time, and corrected as often as necessary. Each correction adds a new attendance list;
 * {@code revision} names the current one.
 */
@Entity
@Table(name = "meeting")
class MeetingEntity extends PanacheEntityBase {

    @Id UUID id;
    UUID groupId;

    @Enumerated(EnumType.STRING)
    MeetingKind kind;

    LocalDate month;
    LocalDate heldOn;
    UUID facilitatorId;
    String module;
    String session;
    String sessionCode;
    int revision;
    Instant recordedAt;
    String recordedBy;

    static Optional<MeetingEntity> of(UUID groupId, MeetingKind kind, YearMonth month) {
        return MeetingEntity.<MeetingEntity>find(
                        "groupId = ?1 and kind = ?2 and month = ?3", groupId, kind, month.atDay(1))
                .firstResultOptional();
    }

    YearMonth yearMonth() {
        return YearMonth.from(month);
    }

    Topic topic() {
        return new Topic(module, session, sessionCode);
    }

    /** Sets the corrected data of the meeting itself; its marks are written separately. */
    void correct(LocalDate heldOn, UUID facilitatorId, Topic topic) {
        this.heldOn = heldOn;
        this.facilitatorId = facilitatorId;
        module = topic.module();
        session = topic.session();
        sessionCode = topic.sessionCode();
        revision++;
    }
}
