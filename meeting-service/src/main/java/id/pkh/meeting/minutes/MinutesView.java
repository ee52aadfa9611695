package id.pkh.meeting.minutes;

import id.pkh.meeting.minutes.MinutesRequest.NarrativeEntry;
import id.pkh.meeting.minutes.MinutesRequest.SpeakerEntry;
import id.pkh.meeting.minutes.MinutesRows.OfMeeting;
import id.pkh.meeting.minutes.MinutesRows.Version;
import id.pkh.meeting.minutes.domain.Minutes;
import id.pkh.meeting.minutes.domain.Narrative;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The minutes of a meeting as they stand. */
@Schema(name = "MeetingMinutes")
public record MinutesView(
        UUID meetingId,
        String groupCode,
        LocalDate heldOn,
        int revision,
        @Schema(nullable = true) String title,
        @Schema(nullable = true) String category,
        @Schema(nullable = true) String startsAt,
        @Schema(nullable = true) String endsAt,
        @Schema(nullable = true) String place,
        List<SpeakerEntry> speakers,
        NarrativeEntry narrative,
        Instant recordedAt,
        String recordedBy) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static MinutesView of(OfMeeting meeting, Version version) {
        Minutes minutes = version.minutes();
        Narrative narrative = minutes.narrative();
        return new MinutesView(
                meeting.meetingId(),
                meeting.groupCode(),
                meeting.heldOn(),
                version.revision(),
                minutes.title(),
                minutes.category(),
                time(minutes.startsAt()),
                time(minutes.endsAt()),
                minutes.place(),
                minutes.speakers().stream()
                        .map(each -> new SpeakerEntry(each.function(), each.institution()))
                        .toList(),
                new NarrativeEntry(
                        narrative.process(),
                        narrative.material(),
                        narrative.participation(),
                        narrative.result(),
                        narrative.obstacles()),
                version.recordedAt(),
                version.recordedBy());
    }

    private static String time(LocalTime time) {
        return time == null ? null : TIME.format(time);
    }
}
