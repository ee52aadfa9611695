package id.pkh.meeting.meeting;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group that did not meet in a month, and why. */
@Schema(name = "MonthWithoutMeetingRequest")
public record NotHeldRequest(
        @NotBlank String groupCode, @NotBlank String month, @NotBlank String reason) {}
