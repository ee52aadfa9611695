package id.pkh.meeting.checkin;

import id.pkh.meeting.meeting.domain.MeetingKind;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which session of today families check in to. */
public record CheckInSessionRequest(
        @NotBlank String groupCode,
        @NotBlank @Schema(implementation = MeetingKind.class, required = true) String kind) {}
