package id.pkh.meeting.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A visit to a family.
 *
 * @param purpose INITIAL_TRACING, DATA, COMMITMENT, COMPLAINT, GRADUATION or NOTICE
 * @param startsAt hours and minutes in the village, HH:mm
 */
@Schema(name = "PlannedHomeVisit")
public record HomeVisitRequest(
        @NotNull UUID kpmId,
        @NotNull @Pattern(regexp = "[A-Z_]+") @Size(max = 40) String purpose,
        @NotNull LocalDate plannedFor,
        @NotNull @Pattern(regexp = PlanTimes.HOUR) String startsAt) {}
