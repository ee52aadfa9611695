package id.pkh.platform.calendar;

import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the calendar, as an officer enters it. */
@Schema(
        name = "ClosingCalendarEntry",
        description = "When a period is closed that nobody has closed before.")
public record ClosingCalendarDocument(
        @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]{0,39}") String policyCode,
        @NotNull @Schema(description = "First day of a period; periods that begin on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = 500) String legalBasis,
        @Min(1) @Max(28) @Schema(description = "Day of the month that follows the period")
                int dayOfMonth,
        @NotNull @Min(0) @Max(23) Integer atHour,
        @NotNull @Pattern(regexp = "Asia/(Jakarta|Makassar|Jayapura)") String zone,
        @Min(1) @Max(720) @Schema(description = "Hours after which an unfinished closing is late")
                int graceHours)
        implements PolicyDocument {

    ClosingCalendar calendar() {
        return new ClosingCalendar(policyCode, validFrom, dayOfMonth, atHour, zone, graceHours);
    }
}
