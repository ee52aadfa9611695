package id.pkh.meeting.sheet;

import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.meeting.CorrectAttendance;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.files.FileReceipts;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Records an attendance sheet: one sheet, one transaction, one meeting. The same bytes again change
 * nothing. Another sheet for the same day must be sent as a correction, with a reason.
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
        GroupEntity group = groups.requireLocked(heading.groupCode(), request.areas());
        AtomicBoolean changed = new AtomicBoolean(true);
        FileResult result =
                receipts.once(
                        fileKind(request, heading, group),
                        upload,
                        run -> {
                            ApplySheet.Applied applied =
                                    applySheet.apply(run, sheet, heading, group, request);
                            changed.set(applied.changed());
                            return applied.result();
                        });
        return !changed.get() ? result.withStatus(FileResult.ALREADY_RECEIVED) : result;
    }

    private AttendanceSheet read(ReceivedUpload upload) {
        TabularLimits limits = TabularLimits.defaults().withMaxRows(config.sheet().maxRows());
        try (TabularFile file = TabularFile.open(upload, limits)) {
            return AttendanceSheet.read(file);
        }
    }

    /**
     * A correction counts as a repeat only while the list it made is in effect: the same bytes
     * after another correction are a new correction.
     */
    private String fileKind(SheetRequest request, SheetHeading heading, GroupEntity group) {
        String kind = request.kind() == MeetingKind.P2K2 ? "p2k2" : "group-meeting";
        if (!request.isCorrection()) {
            return kind;
        }
        return "%s-correction-%d"
                .formatted(
                        kind,
                        corrections.standingRevision(group.id(), request.kind(), heading.heldOn()));
    }
}
