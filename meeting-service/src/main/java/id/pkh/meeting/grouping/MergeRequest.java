package id.pkh.meeting.grouping;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The group that all families of another one join, from a day on, and why. */
public record MergeRequest(
        @NotBlank String intoGroupCode,
        @NotNull LocalDate firstDay,
        @FreeText @NotBlank @Size(max = 300) String reason) {}
