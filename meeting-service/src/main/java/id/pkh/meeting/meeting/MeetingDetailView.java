package id.pkh.meeting.meeting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A meeting with its current attendance list, and the history of the list. */
public record MeetingDetailView(
        @JsonUnwrapped MeetingView meeting,
        List<MarkView> attendance,
        List<RevisionView> revisions) {

    /** One family's mark. */
    public record MarkView(UUID kpmId, String mark) {}

    /**
     * The first list or a correction.
     *
     * @param reason why it was corrected; null for the first
     */
    public record RevisionView(int revision, LocalDate heldOn, String reason, Instant recordedAt) {}
}
