package id.pkh.meeting.photo;

import id.pkh.meeting.photo.PhotoRows.Row;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A photo of a meeting, without its bytes and its place. */
@Schema(name = "MeetingPhoto")
public record PhotoView(
        UUID photoId,
        UUID meetingId,
        String contentType,
        int bytes,
        @Schema(description = "By the clock of the camera, in no zone") String takenAt,
        Instant recordedAt,
        String recordedBy,
        @Schema(nullable = true) Instant supersededAt,
        @Schema(nullable = true, description = "Why it was superseded") String reason) {

    static PhotoView of(Row row) {
        return new PhotoView(
                row.photoId(),
                row.meetingId(),
                row.contentType(),
                row.bytes(),
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(row.takenAt()),
                row.recordedAt(),
                row.recordedBy(),
                row.supersededAt(),
                row.reason());
    }
}
