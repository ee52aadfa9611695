package id.pkh.meeting.group;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A group to be formed. */
public record GroupRequest(
        @NotBlank String groupCode,
        @FreeText @NotBlank @Size(max = 100) String name,
        @FreeText @Size(max = 200) String meetingPlace,
        @NotNull LocalDate formedOn) {}
