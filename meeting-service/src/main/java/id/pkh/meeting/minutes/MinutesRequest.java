package id.pkh.meeting.minutes;

import id.pkh.meeting.minutes.domain.Minutes;
import id.pkh.meeting.minutes.domain.Minutes.Speaker;
import id.pkh.meeting.minutes.domain.Narrative;
import id.pkh.platform.web.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The minutes of a meeting, whole. Everything may be left out.
 *
 * @param category a module of the material
 * @param startsAt hours and minutes, HH:mm
 * @param endsAt hours and minutes, HH:mm
 * @param narrative at most 1000 characters in all
 */
public record MinutesRequest(
        @FreeText @Size(max = 100) String title,
        @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]*") @Size(max = 40) String category,
        @Pattern(regexp = TIME) String startsAt,
        @Pattern(regexp = TIME) String endsAt,
        @FreeText @Size(max = 200) String place,
        @Size(max = 10) List<@NotNull @Valid SpeakerEntry> speakers,
        @Valid NarrativeEntry narrative) {

    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    /** A speaker by function and institution; no name. */
    @Schema(name = "Speaker")
    public record SpeakerEntry(
            @FreeText @NotBlank @Size(max = 100) String function,
            @FreeText @NotBlank @Size(max = 100) String institution) {}

    /** What happened, in five parts. */
    @Schema(name = "Narrative")
    public record NarrativeEntry(
            @FreeText @Size(max = 1000) String process,
            @FreeText @Size(max = 1000) String material,
            @FreeText @Size(max = 1000) String participation,
            @FreeText @Size(max = 1000) String result,
            @FreeText @Size(max = 1000) String obstacles) {

        static final NarrativeEntry NONE = new NarrativeEntry(null, null, null, null, null);
    }

    Minutes minutes() {
        NarrativeEntry told = narrative == null ? NarrativeEntry.NONE : narrative;
        return new Minutes(
                text(title),
                text(category),
                time(startsAt),
                time(endsAt),
                text(place),
                speakers == null
                        ? List.of()
                        : speakers.stream()
                                .map(
                                        each ->
                                                new Speaker(
                                                        each.function().strip(),
                                                        each.institution().strip()))
                                .toList(),
                new Narrative(
                        told.process(),
                        told.material(),
                        told.participation(),
                        told.result(),
                        told.obstacles()));
    }

    private static String text(String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    private static LocalTime time(String written) {
        return written == null ? null : LocalTime.parse(written);
    }
}
