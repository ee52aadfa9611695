package id.pkh.meeting.grouping;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The families of a group that form a new one, from a day on, and why. */
public record SplitRequest(
        @NotBlank String newGroupCode,
        @FreeText @NotBlank @Size(max = 100) String name,
        @FreeText @Size(max = 200) String meetingPlace,
        @NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> kpmIds,
        @NotNull LocalDate firstDay,
        @FreeText @NotBlank @Size(max = 300) String reason) {}
