package id.pkh.meeting.plan;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Another day, hour or place.
 *
 * @param version the version that was read
 * @param startsAt hours and minutes in the village, HH:mm
 * @param place left out for the usual place
 */
public record PlanChangeRequest(
        @Min(1) int version,
        @NotNull LocalDate plannedFor,
        @NotNull @Pattern(regexp = PlanTimes.HOUR) String startsAt,
        @FreeText @Size(max = 200) String place,
        @FreeText @NotBlank @Size(max = 300) String reason) {}
