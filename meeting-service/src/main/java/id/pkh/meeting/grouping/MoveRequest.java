package id.pkh.meeting.grouping;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The group in which a family is to be from a day on, and why. */
public record MoveRequest(
        @NotBlank String groupCode,
        @NotNull LocalDate firstDay,
        @FreeText @NotBlank @Size(max = 300) String reason) {}
