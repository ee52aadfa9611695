package id.pkh.meeting.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.meeting.duty.ReviewReason;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Records a meeting with the mark of every family. A sheet that arrives after the month was closed
 * still counts: it supersedes the record of a meeting not held, and the facilitator's duty is
 * reviewed.
 */
@ApplicationScoped
public class RecordMeeting {

    private final AttendanceLists lists;
    private final Proxies proxies;
    private final NotHeldRecords notHeld;
    private final ResponsibleFacilitators facilitators;
    private final LateFacts lateFacts;
    private final AttendanceRetention retention;
    private final Outbox outbox;
    private final Clock clock;

    RecordMeeting(
            AttendanceLists lists,
            Proxies proxies,
            NotHeldRecords notHeld,
            ResponsibleFacilitators facilitators,
            LateFacts lateFacts,
            AttendanceRetention retention,
            Outbox outbox,
            Clock clock) {
        this.lists = lists;
        this.proxies = proxies;
        this.notHeld = notHeld;
        this.facilitators = facilitators;
        this.lateFacts = lateFacts;
        this.retention = retention;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The id of the meeting; refuses MEETING_ALREADY_RECORDED when the day has one of the kind. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID handle(HeldMeeting held) {
        retention.requireKept(held.month());
        if (known(held).isPresent()) {
            throw Refused.because("MEETING_ALREADY_RECORDED")
                    .with("group_code", held.group().code())
                    .with("date", held.heldOn());
        }
        if (held.heldOn().isBefore(held.group().formedOn())) {
            throw Refused.because("MEETING_BEFORE_GROUP_FORMED")
                    .with("group_code", held.group().code())
                    .with("formed_on", held.group().formedOn());
        }
        Instant now = clock.instant();
        MeetingEntity meeting = entityOf(held, now);
        meeting.persistAndFlush();
        SortedMap<UUID, AttendanceMark> list = held.wholeList();
        lists.add(meeting, list, null, held.source(), now);
        outbox.append(
                MeetingEvents.held(
                        meeting, held.makesUp(), held.group(), proxies.told(list, held.heldOn())),
                held.group().nextVersion());
        if (held.makesUp() == null) {
            countForTheMonth(meeting, held, now);
        }
        return meeting.id;
    }

    /** What makes up for another session is not the meeting that is due in its own month. */
    private void countForTheMonth(MeetingEntity meeting, HeldMeeting held, Instant now) {
        if (held.kind() == MeetingKind.GROUP_MEETING) {
            notHeld.supersedeByMeeting(held.group().id(), held.month(), meeting.id, now);
        }
        lateFacts.review(held.group().id(), held.month(), ReviewReason.LATE_SHEET);
    }

    /** The meeting that is on record for the day. */
    static Optional<MeetingEntity> known(HeldMeeting held) {
        return held.makesUp() == null
                ? MeetingEntity.on(held.group().id(), held.kind(), held.heldOn())
                : MeetingEntity.makingUp(held.makesUp().id, held.heldOn());
    }

    private MeetingEntity entityOf(HeldMeeting held, Instant now) {
        MeetingEntity meeting = new MeetingEntity();
        meeting.id = UuidCreator.getTimeOrderedEpoch();
        meeting.groupId = held.group().id();
        meeting.kind = held.kind();
        meeting.month = held.month().atDay(1);
        meeting.heldOn = held.heldOn();
        meeting.facilitatorId =
                facilitators.of(held.group().villageCode(), held.heldOn()).orElse(null);
        meeting.module = held.topic().module();
        meeting.session = held.topic().session();
        meeting.sessionCode = held.topic().sessionCode();
        meeting.makesUp = held.makesUp() == null ? null : held.makesUp().id;
        meeting.revision = 1;
        meeting.recordedAt = now;
        meeting.recordedBy = held.source().by();
        return meeting;
    }
}
