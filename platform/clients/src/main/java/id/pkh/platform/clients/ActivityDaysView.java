package id.pkh.platform.clients;

import id.pkh.platform.clients.ActivityLog.Day;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ClientActivityDays", description = "What systems did, day by day.")
record ActivityDaysView(List<ActivityDayView> items) {

    @Schema(name = "ClientActivityDay")
    record ActivityDayView(
            @Schema(description = "of Jakarta") LocalDate day,
            String client,
            String operation,
            int status,
            long requests,
            long families,
            @Schema(description = "that count against the day") long pages) {

        static ActivityDayView of(Day day) {
            return new ActivityDayView(
                    day.day(),
                    day.client(),
                    day.operation(),
                    day.status(),
                    day.requests(),
                    day.families(),
                    day.pages());
        }
    }
}
