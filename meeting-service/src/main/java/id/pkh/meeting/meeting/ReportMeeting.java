package id.pkh.meeting.meeting;

import id.pkh.meeting.family.Families;
import id.pkh.meeting.family.FamiliesOnDay;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.meeting.HeldMeeting.Source;
import id.pkh.meeting.meeting.MeetingRequest.MarkRequest;
import id.pkh.meeting.meeting.domain.Mark;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An app's way in: the same meetings and corrections as by sheet, with families instead of NIKs.
 */
@ApplicationScoped
class ReportMeeting {

    private final Groups groups;
    private final Families families;
    private final AttendanceLists lists;
    private final RecordMeeting recordMeeting;
    private final CorrectAttendance correctAttendance;
    private final Clock clock;

    ReportMeeting(
            Groups groups,
            Families families,
            AttendanceLists lists,
            RecordMeeting recordMeeting,
            CorrectAttendance correctAttendance,
            Clock clock) {
        this.groups = groups;
        this.families = families;
        this.lists = lists;
        this.recordMeeting = recordMeeting;
        this.correctAttendance = correctAttendance;
        this.clock = clock;
    }

    /** Which meeting it is, and whether the report changed anything. */
    record Reported(UUID meetingId, boolean isNew) {}

    /** Records a meeting; the same report again is known. */
    @Transactional
    Reported record(MeetingRequest request, String by, AreaScope areas) {
        refuseUnfit(request.kind(), request.heldOn());
        GroupEntity group = groups.lock(groups.require(request.groupCode(), areas).id());
        HeldMeeting held =
                held(
                        group,
                        request.kind(),
                        request.heldOn(),
                        topic(request.kind(), request.module()),
                        topic(request.kind(), request.session()),
                        request.attendance(),
                        by);
        MeetingEntity known =
                MeetingEntity.of(group.id(), request.kind(), held.month()).orElse(null);
        boolean isRepeat =
                known != null
                        && known.heldOn.equals(held.heldOn())
                        && lists.standing(known).equals(held.wholeList());
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
        LocalDate heldOn = request.heldOn() == null ? meeting.heldOn : request.heldOn();
        refuseUnfit(meeting.kind, heldOn);
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
                        meeting.module,
                        meeting.session,
                        request.attendance(),
                        by);
        Set<UUID> kept = new HashSet<>(held.families().kpmIds());
        kept.removeAll(held.marks().keySet());
        return new Reported(meetingId, correctAttendance.handle(held, kept, reason).changed());
    }

    private void refuseUnfit(String kind, LocalDate heldOn) {
        if (!MeetingKind.ALL.contains(kind)) {
            throw Refused.because("MEETING_KIND_UNKNOWN").with("kind", kind);
        }
        if (heldOn.isAfter(BusinessDates.today(clock))) {
            throw Refused.because("SHEET_DATE_IN_FUTURE").with("date", heldOn);
        }
    }

    private HeldMeeting held(
            GroupEntity group,
            String kind,
            LocalDate heldOn,
            String module,
            String session,
            List<MarkRequest> attendance,
            String by) {
        FamiliesOnDay onDay = families.onDay(group.code(), heldOn);
        Map<UUID, Mark> marks = marks(attendance, onDay);
        return new HeldMeeting(
                group, onDay, kind, heldOn, module, session, marks, new Source(by, null));
    }

    private static Map<UUID, Mark> marks(List<MarkRequest> attendance, FamiliesOnDay onDay) {
        Map<UUID, Mark> marks = new HashMap<>();
        for (MarkRequest each : attendance) {
            Mark mark =
                    Mark.ofCode(each.mark())
                            .orElseThrow(
                                    () ->
                                            Refused.because("MARK_UNKNOWN")
                                                    .with("kpm_id", each.kpmId())
                                                    .with("mark", each.mark()));
            if (!onDay.holds(each.kpmId())) {
                throw Refused.because("NOT_IN_GROUP").with("kpm_id", each.kpmId());
            }
            Mark before = marks.put(each.kpmId(), mark);
            if (before != null && before != mark) {
                throw Refused.because("KPM_TWICE_ON_LIST").with("kpm_id", each.kpmId());
            }
        }
        return marks;
    }

    private static String topic(String kind, String text) {
        boolean isTold = kind.equals(MeetingKind.P2K2) && text != null && !text.isBlank();
        return isTold ? text.strip() : null;
    }
}
