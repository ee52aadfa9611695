package id.pkh.meeting.signal;

import id.pkh.meeting.MonthText;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How lists were recorded, for those who supervise it. */
@Tag(name = "Recording signals", description = "Lists whose recording is worth a look")
@Path("/api/v1/recording-signals")
public class RecordingSignalResource {

    private final RecordingSignalList list;
    private final MonthText months;
    private final Caller caller;
    private final Clock clock;

    RecordingSignalResource(
            RecordingSignalList list, MonthText months, Caller caller, Clock clock) {
        this.list = list;
        this.months = months;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.COORDINATOR,
        Roles.DATA_ADMINISTRATOR,
        Roles.MINISTRY_OFFICER,
        Roles.AUDITOR
    })
    @Refuses({"AREA_CODE_INVALID", "MONTH_INVALID"})
    @Operation(
            operationId = "listRecordingSignals",
            summary = "Lists of a month whose recording is worth a look; nothing follows from it")
    public Page<RecordingSignalView> signals(
            @QueryParam("month")
                    @Parameter(description = "The month; this month when it is left out")
                    String month,
            @QueryParam("village") String village,
            @BeanParam PageParams page) {
        YearMonth asked = months.parseOrNull(month);
        return list.page(
                asked == null ? YearMonth.from(BusinessDates.today(clock)) : asked,
                village,
                caller.areas(),
                page);
    }
}
