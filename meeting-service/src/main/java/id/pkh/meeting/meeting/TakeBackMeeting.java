package id.pkh.meeting.meeting;

import id.pkh.contracts.meeting.AttendanceChange;
import id.pkh.meeting.duty.ClosedMonths;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes back a meeting that was recorded by mistake, such as a sheet with a mistyped day. Others
 * learn of it as of every correction: the list is empty now. By one person only while the month is
 * open, because what a closed month says has consequences already ({@link SettleTakingBack}).
 */
@ApplicationScoped
class TakeBackMeeting {

    private final Groups groups;
    private final ClosedMonths closedMonths;
    private final AttendanceLists lists;
    private final Proxies proxies;
    private final AttendanceRetention retention;
    private final Outbox outbox;
    private final Clock clock;

    TakeBackMeeting(
            Groups groups,
            ClosedMonths closedMonths,
            AttendanceLists lists,
            Proxies proxies,
            AttendanceRetention retention,
            Outbox outbox,
            Clock clock) {
        this.groups = groups;
        this.closedMonths = closedMonths;
        this.lists = lists;
        this.proxies = proxies;
        this.retention = retention;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A meeting, locked together with its group.
     *
     * @param makesUp the meeting for which it makes up; null for most
     */
    record Locked(MeetingEntity meeting, MeetingEntity makesUp, GroupEntity group) {}

    /** Again changes nothing. */
    @Transactional
    void handle(UUID meetingId, String reason, AreaScope areas, String by) {
        String plain = CorrectAttendance.checkedReason(reason);
        Locked locked = lock(meetingId, areas);
        if (!locked.meeting().isTakenBack()) {
            closedMonth(locked)
                    .ifPresent(
                            month -> {
                                throw Refused.because("MEETING_OF_CLOSED_MONTH")
                                        .with("month", month);
                            });
            takeBack(locked, plain, by);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Locked lock(UUID meetingId, AreaScope areas) {
        MeetingEntity meeting =
                MeetingEntity.<MeetingEntity>findByIdOptional(meetingId)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        GroupEntity group = groups.lock(groups.require(meeting.groupId, areas).id());
        MeetingEntity.getEntityManager().refresh(meeting, LockModeType.PESSIMISTIC_WRITE);
        MeetingEntity makesUp =
                meeting.makesUp == null ? null : MeetingEntity.findById(meeting.makesUp);
        return new Locked(meeting, makesUp, group);
    }

    /** The month that is closed and about which the meeting says something. */
    Optional<YearMonth> closedMonth(Locked locked) {
        return Stream.of(locked.meeting(), locked.makesUp())
                .filter(Objects::nonNull)
                .map(MeetingEntity::yearMonth)
                .filter(month -> closedMonths.of(locked.group().id(), month).isPresent())
                .findFirst();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void takeBack(Locked locked, String reason, String by) {
        MeetingEntity meeting = locked.meeting();
        GroupEntity group = locked.group();
        retention.requireKept(meeting.yearMonth());
        if (meeting.isMadeUpFor()) {
            throw Refused.because("MEETING_IS_MADE_UP_FOR");
        }
        Instant now = clock.instant();
        SortedMap<UUID, AttendanceMark> before =
                proxies.told(lists.standing(meeting), meeting.heldOn);
        SortedMap<UUID, AttendanceMark> nobody = new TreeMap<>();
        meeting.takeBack(now, by);
        MeetingEntity.flush();
        lists.add(meeting, nobody, reason, new HeldMeeting.Source(by, null), now);
        List<AttendanceChange> changes =
                before.entrySet().stream()
                        .filter(marked -> marked.getValue() != AttendanceMark.UNMARKED)
                        .map(
                                marked ->
                                        new AttendanceChange(
                                                marked.getKey(),
                                                marked.getValue().name(),
                                                AttendanceMark.UNMARKED.name()))
                        .toList();
        outbox.append(
                MeetingEvents.corrected(
                        meeting,
                        locked.makesUp(),
                        group,
                        changes,
                        nobody,
                        BusinessDates.on(now),
                        now),
                group.nextVersion());
    }
}
