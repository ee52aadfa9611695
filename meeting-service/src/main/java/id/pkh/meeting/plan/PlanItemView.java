package id.pkh.meeting.plan;

import id.pkh.meeting.plan.domain.PlanKind;
import id.pkh.meeting.plan.domain.PlanState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is planned. */
@Schema(name = "PlanItem")
public record PlanItemView(
        UUID planItemId,
        PlanKind kind,
        PlanState state,
        String villageCode,
        @Schema(nullable = true) UUID groupId,
        @Schema(nullable = true) String groupCode,
        @Schema(nullable = true, description = "NPSN of the school that is visited")
                String schoolId,
        @Schema(
                        nullable = true,
                        description = "The health service that is visited; null when none is known")
                String clinicCode,
        @Schema(nullable = true, description = "Families that attend the health service")
                Integer families,
        @Schema(nullable = true) UUID kpmId,
        @Schema(nullable = true) String purpose,
        @Schema(
                        nullable = true,
                        description = "The payment cycle of a withdrawal day, if it is known")
                String cycleCode,
        @Schema(description = "The month, or the first month of the quarter") YearMonth period,
        LocalDate plannedFor,
        @Schema(description = "Hours and minutes in the village") String startsAt,
        @Schema(nullable = true, description = "Null for the usual place") String place,
        @Schema(nullable = true) String sessionCode,
        @Schema(nullable = true) LocalDate doneOn,
        @Schema(description = "Whether its group was invited") boolean announced,
        int version) {

    static PlanItemView of(PlanItem item, LocalDate today) {
        return new PlanItemView(
                item.id(),
                item.kind(),
                item.state(today),
                item.villageCode(),
                item.groupId(),
                item.groupCode(),
                item.schoolId(),
                item.clinicCode(),
                item.families(),
                item.kpmId(),
                item.purpose(),
                item.cycleCode(),
                YearMonth.from(item.period()),
                item.plannedFor(),
                PlanTimes.written(item.startsAt()),
                item.place(),
                item.sessionCode(),
                item.doneOn(),
                item.isInvited(),
                item.version());
    }
}
