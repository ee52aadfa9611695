package id.pkh.meeting.plan;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The day on which the groups of an area withdraw their money.
 *
 * @param areaCode a village or an area above it
 * @param cycleCode the payment cycle whose money is withdrawn; the day by which the withdrawals are
 *     to be reported follows the withdrawal day then
 * @param startsAt hours and minutes in the village, HH:mm
 */
@Schema(name = "WithdrawalDay")
public record WithdrawalDayRequest(
        @NotNull @Pattern(regexp = "\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?") String areaCode,
        @NotNull LocalDate plannedFor,
        @NotNull @Pattern(regexp = PlanTimes.HOUR) String startsAt,
        @FreeText @Size(max = 200) String place,
        @Schema(nullable = true, examples = "2026-T2")
                @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]{0,29}")
                String cycleCode) {}
