package id.pkh.meeting.sheet;

import id.pkh.meeting.family.FamiliesOnDay;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.meeting.CorrectAttendance;
import id.pkh.meeting.meeting.CorrectAttendance.Corrected;
import id.pkh.meeting.meeting.HeldMeeting;
import id.pkh.meeting.meeting.RecordMeeting;
import id.pkh.meeting.meeting.SessionTopics;
import id.pkh.meeting.meeting.Topic;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.meeting.sheet.domain.SheetMarks.LineVerdict;
import id.pkh.meeting.sheet.domain.SheetMarks.SheetLine;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Turns a readable sheet into a meeting or a correction, and counts the results of its lines. */
@ApplicationScoped
class ApplySheet {

    private static final int SHOWN_REFUSALS = 20;

    private final GroupFamilies families;
    private final SheetLines lines;
    private final RecordMeeting recordMeeting;
    private final CorrectAttendance correctAttendance;
    private final SessionTopics sessions;

    ApplySheet(
            GroupFamilies families,
            SheetLines lines,
            RecordMeeting recordMeeting,
            CorrectAttendance correctAttendance,
            SessionTopics sessions) {
        this.families = families;
        this.lines = lines;
        this.recordMeeting = recordMeeting;
        this.correctAttendance = correctAttendance;
        this.sessions = sessions;
    }

    /**
     * The result of a sheet.
     *
     * @param changed false for a correction that changed nothing
     */
    record Applied(FileResult result, boolean changed) {}

    Applied apply(
            FileRun run,
            AttendanceSheet sheet,
            SheetHeading heading,
            GroupEntity group,
            SheetRequest request) {
        FamiliesOnDay onDay = families.onDay(group.code(), heading.heldOn());
        SheetLines.Read read = lines.read(sheet, onDay, request.isCorrection());
        if (read.marks().marks().isEmpty()) {
            throw Refused.because("SHEET_WITHOUT_ROWS")
                    .with("rows_refused", read.refusals().size())
                    .with("refusals", read.refusals().stream().limit(SHOWN_REFUSALS).toList());
        }
        HeldMeeting held =
                HeldMeeting.ofItsOwn(
                        group,
                        onDay,
                        request.kind(),
                        heading.heldOn(),
                        topic(request.kind(), heading),
                        request.isCorrection() ? read.marks().stated() : read.marks().marks(),
                        new HeldMeeting.Source(request.by(), run.upload().sha256Hex()));
        run.read(sheet.families().size());
        read.refusals().forEach(run::refuse);
        run.detail("group_code", group.code());
        run.detail("month", heading.month().toString());
        run.detail("families", Integer.toString(onDay.kpmIds().size()));
        boolean changed = true;
        if (request.isCorrection()) {
            Corrected corrected = correctAttendance.handle(held, request.reason());
            run.detail("meeting_id", corrected.meetingId().toString());
            changed = corrected.changed();
            run.detail("changed", Boolean.toString(changed));
            count(run, read, corrected.before());
        } else {
            run.detail("meeting_id", recordMeeting.handle(held).toString());
            count(run, read, Map.of());
        }
        return new Applied(run.result(), changed);
    }

    private Topic topic(MeetingKind kind, SheetHeading heading) {
        return kind == MeetingKind.P2K2
                ? sessions.topic(heading.module(), heading.session(), null, heading.heldOn())
                : Topic.NONE;
    }

    private static void count(FileRun run, SheetLines.Read read, Map<UUID, AttendanceMark> before) {
        for (SheetLine line : read.lines()) {
            LineVerdict verdict = read.marks().verdicts().get(line.number());
            boolean says = verdict == LineVerdict.APPLIED;
            boolean same =
                    line.mark().isPresent()
                            && (line.mark().get() == before.get(line.kpmId())
                                    || (before.containsKey(line.kpmId()) && line.isBlank()));
            if (verdict == LineVerdict.REPEATED || (says && same)) {
                run.unchanged();
            } else if (says) {
                run.applied();
            }
        }
    }
}
