package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.web.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A meeting that was held, as an app sends it. A family that is not on the list is unmarked.
 *
 * @param kind GROUP_MEETING or P2K2
 * @param module of a P2K2 session
 * @param session of the module
 * @param sessionCode of the material; with it the texts are not needed
 * @param makesUpMeetingId the missed session for which it makes up, for the families on the list
 */
public record MeetingRequest(
        @NotBlank String groupCode,
        @NotBlank @Schema(implementation = MeetingKind.class, required = true) String kind,
        @NotNull LocalDate heldOn,
        @FreeText @Size(max = 100) String module,
        @FreeText @Size(max = 100) String session,
        @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]*") @Size(max = 40) String sessionCode,
        UUID makesUpMeetingId,
        @NotNull @Size(max = MAX_FAMILIES) List<@NotNull @Valid MarkRequest> attendance) {

    static final int MAX_FAMILIES = 1000;

    /** One family's mark: PRESENT, PRESENT_BY_PROXY, SICK, PERMITTED, ABSENT or UNMARKED. */
    public record MarkRequest(
            @NotNull UUID kpmId,
            @NotBlank @Schema(implementation = AttendanceMark.class, required = true)
                    String mark) {}
}
