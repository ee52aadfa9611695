package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.MeetingRequest.MarkRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * The marks to change, and the reason. Families that are not on the list keep theirs.
 *
 * @param sessionCode another session of P2K2; null when it was right
 * @param heldOn another day of the same month; null when the day was right
 */
public record CorrectionRequest(
        String reason,
        LocalDate heldOn,
        @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]*") @Size(max = 40) String sessionCode,
        @NotNull @Size(max = MeetingRequest.MAX_FAMILIES)
                List<@NotNull @Valid MarkRequest> attendance) {}
