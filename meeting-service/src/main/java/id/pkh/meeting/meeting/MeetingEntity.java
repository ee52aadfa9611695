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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A meeting or a P2K2 session that a group held: one of each kind per day. It is recorded once,
 * late or in time, and corrected as often as necessary. One that makes up for a missed session is
 * about the families that came, and counts for that session only. Each correction adds a new
 * attendance list; {@code revision} names the current one.
 */
@Entity
@Table(name = "meeting")
class MeetingEntity extends PanacheEntityBase {

    private static final String STANDS = " and takenBackAt is null";

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
    UUID makesUp;
    int revision;
    Instant recordedAt;
    String recordedBy;
    Instant takenBackAt;
    String takenBackBy;

    /** The meeting of a day that makes up for none. */
    static Optional<MeetingEntity> on(UUID groupId, MeetingKind kind, LocalDate day) {
        return MeetingEntity.<MeetingEntity>find(
                        "groupId = ?1 and kind = ?2 and heldOn = ?3 and makesUp is null" + STANDS,
                        groupId,
                        kind,
                        day)
                .firstResultOptional();
    }

    /** The meetings of a month that make up for none, by day. */
    static List<MeetingEntity> in(UUID groupId, MeetingKind kind, YearMonth month) {
        return MeetingEntity.<MeetingEntity>find(
                        "groupId = ?1 and kind = ?2 and month = ?3 and makesUp is null"
                                + STANDS
                                + " order by heldOn",
                        groupId,
                        kind,
                        month.atDay(1))
                .list();
    }

    /** What makes up for a meeting on a day. */
    static Optional<MeetingEntity> makingUp(UUID meetingId, LocalDate day) {
        return MeetingEntity.<MeetingEntity>find(
                        "makesUp = ?1 and heldOn = ?2" + STANDS, meetingId, day)
                .firstResultOptional();
    }

    /** The meeting of the day; otherwise the only one of the month, whose day was wrong. */
    static Optional<MeetingEntity> meant(UUID groupId, MeetingKind kind, LocalDate day) {
        Optional<MeetingEntity> ofTheDay = on(groupId, kind, day);
        List<MeetingEntity> ofTheMonth = in(groupId, kind, YearMonth.from(day));
        return ofTheDay.isEmpty() && ofTheMonth.size() == 1
                ? Optional.of(ofTheMonth.get(0))
                : ofTheDay;
    }

    /** Whether another meeting makes up for it. */
    boolean isMadeUpFor() {
        return MeetingEntity.count("makesUp = ?1" + STANDS, id) > 0;
    }

    boolean isTakenBack() {
        return takenBackAt != null;
    }

    /** It never took place: its list is empty from now on. */
    void takeBack(Instant at, String by) {
        takenBackAt = at;
        takenBackBy = by;
        revision++;
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
