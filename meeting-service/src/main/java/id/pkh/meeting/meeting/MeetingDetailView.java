package id.pkh.meeting.meeting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting with its current attendance list, and the history of the list. */
public record MeetingDetailView(
        @JsonUnwrapped MeetingView meeting,
        List<MarkView> attendance,
        List<RevisionView> revisions) {

    /** One family's mark. */
    @Schema(name = "Mark")
    public record MarkView(
            UUID kpmId, @Schema(implementation = AttendanceMark.class) String mark) {}

    /**
     * The first list or a correction.
     *
     * @param reason why it was corrected; null for the first
     */
    @Schema(name = "AttendanceRevision")
    public record RevisionView(
            int revision,
            LocalDate heldOn,
            @Schema(nullable = true) String reason,
            Instant recordedAt) {}
}
