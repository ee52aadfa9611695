package id.pkh.meeting.sheet;

import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.meeting.CorrectAttendance;
import id.pkh.meeting.meeting.MeetingKind;
import id.pkh.platform.files.FileReceipts;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Takes in an attendance sheet: one sheet, one transaction, one meeting. The same bytes again
 * change nothing; another sheet for the same month must say that it is a correction, and why.
 */
@ApplicationScoped
class ReceiveSheet {

    private final MeetingConfig config;
    private final Groups groups;
    private final ApplySheet applySheet;
    private final CorrectAttendance corrections;
    private final FileReceipts receipts;
    private final Clock clock;

    ReceiveSheet(
            MeetingConfig config,
            Groups groups,
            ApplySheet applySheet,
            CorrectAttendance corrections,
            FileReceipts receipts,
            Clock clock) {
        this.config = config;
        this.groups = groups;
        this.applySheet = applySheet;
        this.corrections = corrections;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Transactional
    FileResult handle(ReceivedUpload upload, SheetRequest request) {
        AttendanceSheet sheet = read(upload);
        SheetHeading heading = SheetHeading.of(sheet, request.kind(), BusinessDates.today(clock));
        GroupEntity group = groups.lock(groups.require(heading.groupCode(), request.areas()).id());
        FileResult result =
                receipts.once(
                        fileKind(request, heading, group),
                        upload,
                        run -> applySheet.apply(run, sheet, heading, group, request));
        return ApplySheet.changedNothing(result)
                ? result.withStatus(FileResult.ALREADY_RECEIVED)
                : result;
    }

    private AttendanceSheet read(ReceivedUpload upload) {
        TabularLimits limits = TabularLimits.defaults().withMaxRows(config.sheet().maxRows());
        try (TabularFile file = TabularFile.open(upload, limits)) {
            return AttendanceSheet.read(file);
        }
    }

    /**
     * A correction is known again only while the list it made still stands: the same bytes after
     * another correction are a new correction.
     */
    private String fileKind(SheetRequest request, SheetHeading heading, GroupEntity group) {
        String kind = request.kind().equals(MeetingKind.P2K2) ? "p2k2" : "group-meeting";
        if (!request.isCorrection()) {
            return kind;
        }
        return "%s-correction-%d"
                .formatted(
                        kind,
                        corrections.standingRevision(group.id(), request.kind(), heading.month()));
    }
}
