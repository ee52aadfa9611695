package id.pkh.meeting.meeting;

import id.pkh.meeting.family.FamiliesOnDay;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.meeting.HeldMeeting.Source;
import id.pkh.meeting.meeting.MeetingRequest.MarkRequest;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Records the meetings and corrections that an app sends. The result is the same as with a sheet,
 * but families are identified by their id instead of the NIK.
 */
@ApplicationScoped
class ReportMeeting {

    private final Groups groups;
    private final GroupFamilies families;
    private final AttendanceLists lists;
    private final RecordMeeting recordMeeting;
    private final CorrectAttendance correctAttendance;
    private final SessionTopics sessions;
    private final MakeUps makeUps;
    private final Clock clock;

    ReportMeeting(
            Groups groups,
            GroupFamilies families,
            AttendanceLists lists,
            RecordMeeting recordMeeting,
            CorrectAttendance correctAttendance,
            SessionTopics sessions,
            MakeUps makeUps,
            Clock clock) {
        this.groups = groups;
        this.families = families;
        this.lists = lists;
        this.recordMeeting = recordMeeting;
        this.correctAttendance = correctAttendance;
        this.sessions = sessions;
        this.makeUps = makeUps;
        this.clock = clock;
    }

    /** The meeting, and whether the report changed anything. */
    record Reported(UUID meetingId, boolean isNew) {}

    /** Records a meeting; a repeated report is recognised. */
    @Transactional
    Reported record(MeetingRequest request, String by, AreaScope areas) {
        MeetingKind kind =
                MeetingKind.ofCode(request.kind())
                        .orElseThrow(
                                () ->
                                        Refused.because("MEETING_KIND_UNKNOWN")
                                                .with("kind", request.kind()));
        refuseFuture(request.heldOn());
        GroupEntity group = groups.requireLocked(request.groupCode(), areas);
        MeetingEntity makesUp =
                request.makesUpMeetingId() == null
                        ? null
                        : makeUps.require(
                                request.makesUpMeetingId(), group, kind, request.heldOn());
        HeldMeeting held =
                held(
                        group,
                        kind,
                        request.heldOn(),
                        makesUp == null ? topic(kind, request) : makesUp.topic(),
                        makesUp,
                        request.attendance(),
                        by);
        MeetingEntity known = RecordMeeting.known(held).orElse(null);
        boolean isRepeat = known != null && lists.standing(known).equals(held.wholeList());
        return isRepeat
                ? new Reported(known.id, false)
                : new Reported(recordMeeting.handle(held), true);
    }

    /** Corrects a meeting; families that are not on the list keep their mark. */
    @Transactional
    Reported correct(UUID meetingId, CorrectionRequest request, String by, AreaScope areas) {
        String reason = CorrectAttendance.checkedReason(request.reason());
        MeetingEntity meeting =
                MeetingEntity.<MeetingEntity>findByIdOptional(meetingId)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        GroupEntity group = groups.lock(groups.require(meeting.groupId, areas).id());
        if (meeting.isTakenBack()) {
            throw Refused.because("MEETING_TAKEN_BACK");
        }
        LocalDate heldOn = request.heldOn() == null ? meeting.heldOn : request.heldOn();
        refuseFuture(heldOn);
        if (!YearMonth.from(heldOn).equals(meeting.yearMonth())) {
            throw Refused.because("SHEET_DATE_NOT_IN_MONTH")
                    .with("date", heldOn)
                    .with("month", meeting.yearMonth());
        }
        HeldMeeting held =
                held(
                        group,
                        meeting.kind,
                        heldOn,
                        correctedTopic(meeting, request.sessionCode(), heldOn),
                        meeting.makesUp == null ? null : MeetingEntity.findById(meeting.makesUp),
                        request.attendance(),
                        by);
        return new Reported(meetingId, correctAttendance.handle(meeting, held, reason).changed());
    }

    private void refuseFuture(LocalDate heldOn) {
        if (heldOn.isAfter(BusinessDates.today(clock))) {
            throw Refused.because("SHEET_DATE_IN_FUTURE").with("date", heldOn);
        }
    }

    private HeldMeeting held(
            GroupEntity group,
            MeetingKind kind,
            LocalDate heldOn,
            Topic topic,
            MeetingEntity makesUp,
            List<MarkRequest> attendance,
            String by) {
        FamiliesOnDay onDay =
                makesUp == null
                        ? families.onDay(group.code(), heldOn)
                        : makeUps.familiesOf(makesUp);
        Map<UUID, AttendanceMark> marks = marks(attendance, onDay);
        return new HeldMeeting(
                group, onDay, kind, heldOn, topic, makesUp, marks, new Source(by, null));
    }

    private static Map<UUID, AttendanceMark> marks(
            List<MarkRequest> attendance, FamiliesOnDay onDay) {
        Map<UUID, AttendanceMark> marks = new HashMap<>();
        for (MarkRequest each : attendance) {
            AttendanceMark mark =
                    AttendanceMark.ofCode(each.mark())
                            .orElseThrow(
                                    () ->
                                            Refused.because("MARK_UNKNOWN")
                                                    .with("kpm_id", each.kpmId())
                                                    .with("mark", each.mark()));
            if (!onDay.holds(each.kpmId())) {
                throw Refused.because("NOT_IN_GROUP").with("kpm_id", each.kpmId());
            }
            AttendanceMark before = marks.put(each.kpmId(), mark);
            if (before != null && before != mark) {
                throw Refused.because("KPM_TWICE_ON_LIST").with("kpm_id", each.kpmId());
            }
        }
        return marks;
    }

    /** A group meeting has no topic, whatever the request says. */
    private Topic topic(MeetingKind kind, MeetingRequest request) {
        return kind == MeetingKind.P2K2
                ? sessions.topic(
                        text(request.module()),
                        text(request.session()),
                        request.sessionCode(),
                        request.heldOn())
                : Topic.NONE;
    }

    private Topic correctedTopic(MeetingEntity meeting, String sessionCode, LocalDate heldOn) {
        return sessionCode == null || meeting.kind != MeetingKind.P2K2
                ? Topic.NONE
                : sessions.topic(null, null, sessionCode, heldOn);
    }

    private static String text(String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
