package id.pkh.meeting.checkin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Both codes that a family has where it meets: the one that is shown and the one of its card. */
public record CheckInRequest(
        @NotNull
                @Pattern(regexp = CodeText.FORM)
                @Schema(description = "What the session shows now")
                String sessionCode,
        @NotNull
                @Pattern(regexp = CodeText.FORM)
                @Schema(description = "What is on the card of the family")
                String cardCode) {}
