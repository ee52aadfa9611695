package id.pkh.meeting.meeting;

import id.pkh.contracts.meeting.AttendanceChange;
import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.meeting.domain.CorrectedList;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Corrects a recorded meeting: the new list is kept next to the old one. A correction that changes
 * nothing is not recorded, so nothing is published.
 */
@ApplicationScoped
public class CorrectAttendance {

    private static final int MAX_REASON_CHARS = 300;

    private final AttendanceLists lists;
    private final Proxies proxies;
    private final ResponsibleFacilitators facilitators;
    private final AttendanceRetention retention;
    private final Outbox outbox;
    private final Clock clock;

    CorrectAttendance(
            AttendanceLists lists,
            Proxies proxies,
            ResponsibleFacilitators facilitators,
            AttendanceRetention retention,
            Outbox outbox,
            Clock clock) {
        this.lists = lists;
        this.proxies = proxies;
        this.facilitators = facilitators;
        this.retention = retention;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The result of a correction.
     *
     * @param before marks before it
     * @param changed whether anything is different now
     */
    public record Corrected(
            UUID meetingId, SortedMap<UUID, AttendanceMark> before, boolean changed) {}

    /**
     * The reason as it may be published, or a refusal. It becomes part of an event, so it must not
     * contain an identity number.
     */
    public static String checkedReason(String reason) {
        String plain = reason == null ? "" : reason.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) {
            throw Refused.because("CORRECTION_REASON_MISSING");
        }
        if (plain.length() > MAX_REASON_CHARS || FreeTextRule.faultOf(plain).isPresent()) {
            throw Refused.because("CORRECTION_REASON_UNFIT").with("max_chars", MAX_REASON_CHARS);
        }
        return plain;
    }

    /** The revision of the current list; 0 when there is no such meeting. */
    public int standingRevision(UUID groupId, MeetingKind kind, LocalDate heldOn) {
        return MeetingEntity.meant(groupId, kind, heldOn)
                .map(meeting -> meeting.revision)
                .orElse(0);
    }

    /** A sheet names its meeting by the day, or by the month if the group met only once in it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Corrected handle(HeldMeeting held, String reason) {
        MeetingEntity meeting =
                MeetingEntity.meant(held.group().id(), held.kind(), held.heldOn())
                        .orElseThrow(() -> refusal(held));
        return handle(meeting, held, reason);
    }

    private static Refused refusal(HeldMeeting held) {
        boolean hasSeveral =
                !MeetingEntity.in(held.group().id(), held.kind(), held.month()).isEmpty();
        return Refused.because(hasSeveral ? "CORRECTION_OF_WHICH" : "CORRECTION_WITHOUT_MEETING")
                .with("group_code", held.group().code())
                .with("month", held.month());
    }

    /**
     * A family about which the report states nothing keeps its mark.
     *
     * @param held with the marks that change, UNMARKED where a mark is taken away
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Corrected handle(MeetingEntity meeting, HeldMeeting held, String reason) {
        retention.requireKept(held.month());
        refuseTaken(meeting, held);
        SortedMap<UUID, AttendanceMark> before = lists.standing(meeting);
        SortedMap<UUID, AttendanceMark> after =
                CorrectedList.of(
                        before,
                        held.marks(),
                        held.makesUp() == null ? held.families().kpmIds() : before.keySet(),
                        meeting.heldOn.equals(held.heldOn()));
        boolean changed =
                !before.equals(after)
                        || !meeting.heldOn.equals(held.heldOn())
                        || !held.topic().orStanding(meeting.topic()).equals(meeting.topic());
        if (changed) {
            correct(meeting, held, reason, before, after);
        }
        return new Corrected(meeting.id, before, changed);
    }

    /** A group meets once a day. */
    private static void refuseTaken(MeetingEntity meeting, HeldMeeting held) {
        RecordMeeting.known(held)
                .filter(other -> !other.id.equals(meeting.id))
                .ifPresent(
                        other -> {
                            throw Refused.because("MEETING_ALREADY_RECORDED")
                                    .with("group_code", held.group().code())
                                    .with("date", held.heldOn());
                        });
    }

    private void correct(
            MeetingEntity meeting,
            HeldMeeting held,
            String reason,
            SortedMap<UUID, AttendanceMark> before,
            SortedMap<UUID, AttendanceMark> after) {
        Instant now = clock.instant();
        meeting.correct(
                held.heldOn(),
                facilitators.of(held.group().villageCode(), held.heldOn()).orElse(null),
                held.topic().orStanding(meeting.topic()));
        MeetingEntity.flush();
        lists.add(meeting, after, reason, held.source(), now);
        outbox.append(
                MeetingEvents.corrected(
                        meeting,
                        held.makesUp(),
                        held.group(),
                        changes(
                                proxies.told(before, held.heldOn()),
                                proxies.told(after, held.heldOn())),
                        proxies.told(after, held.heldOn()),
                        BusinessDates.on(now),
                        now),
                held.group().nextVersion());
    }

    private static List<AttendanceChange> changes(
            SortedMap<UUID, AttendanceMark> before, SortedMap<UUID, AttendanceMark> after) {
        Set<UUID> concerned = new TreeSet<>(before.keySet());
        concerned.addAll(after.keySet());
        List<AttendanceChange> changes = new ArrayList<>();
        for (UUID kpmId : concerned) {
            AttendanceMark old = before.getOrDefault(kpmId, AttendanceMark.UNMARKED);
            AttendanceMark now = after.getOrDefault(kpmId, AttendanceMark.UNMARKED);
            if (old != now) {
                changes.add(new AttendanceChange(kpmId, old.name(), now.name()));
            }
        }
        return changes;
    }
}
