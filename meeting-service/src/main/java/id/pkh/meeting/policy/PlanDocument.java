package id.pkh.meeting.policy;

import id.pkh.meeting.plan.domain.DayRule;
import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of when things are planned, as an officer enters it.
 *
 * @param monthsAhead months behind the current one; 0 when the machine plans nothing
 * @param visitMonth in its quarter
 */
@Schema(name = "PlanCalendarEntry", description = "When meetings, sessions and visits are planned.")
record PlanDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; what is planned on that day or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Min(0) @Max(6) int monthsAhead,
        @NotNull @Valid DayEntry meetingDay,
        @NotNull @Valid DayEntry p2k2Day,
        @Min(1) @Max(3) int visitMonth,
        @NotNull @Valid DayEntry visitDay,
        @Min(1) @Max(28) int reportDay,
        @Min(6) @Max(16) int firstHour,
        @Min(1) @Max(4) int hoursEach,
        @Min(1) @Max(6) int aDay,
        @Min(1) @Max(28) int inviteDays,
        @Min(0) @Max(27) int remindDays,
        @Min(1)
                @Max(28)
                @Schema(
                        nullable = true,
                        description =
                                "Days from the first credit of a cycle in a village to the withdrawal day"
                                        + " that is proposed; left out when people plan it")
                Integer withdrawalDays)
        implements PolicyDocument {

    static final int LATEST_HOUR = 20;

    /** A day of each month: a number, or the weekday of a week. */
    @Schema(name = "PlannedDay")
    record DayEntry(
            @Min(1) @Max(28) @Schema(nullable = true) Integer dayOfMonth,
            @Min(1) @Max(4) @Schema(nullable = true) Integer week,
            @Schema(nullable = true) DayOfWeek weekday) {

        boolean isPossible() {
            return new DayRule(dayOfMonth, week, weekday).isPossible();
        }

        Integer weekdayNumber() {
            return weekday == null ? null : weekday.getValue();
        }
    }
}
