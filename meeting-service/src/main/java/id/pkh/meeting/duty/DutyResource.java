package id.pkh.meeting.duty;

import id.pkh.meeting.MonthText;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How facilitators kept their duty. */
@Tag(name = "Facilitator duty", description = "Lapses and escalations")
@Path("/api/v1")
@RolesAllowed({RoleSets.MEETING_READERS, Roles.OPERATIONS})
public class DutyResource {

    private final DutyLists lists;
    private final Caller caller;
    private final MonthText months;

    DutyResource(DutyLists lists, Caller caller, MonthText months) {
        this.lists = lists;
        this.caller = caller;
        this.months = months;
    }

    @GET
    @Path("/facilitator-lapses")
    @Refuses({"MONTH_INVALID"})
    @Operation(operationId = "listLapses", summary = "Lapses by facilitator, month and duty")
    public Page<LapseView> lapses(
            @QueryParam("month") String month,
            @QueryParam("facilitator") UUID facilitator,
            @BeanParam PageParams page) {
        return lists.lapses(months.parseOrNull(month), facilitator, caller.areas(), page);
    }

    @GET
    @Path("/facilitator-escalations")
    @Refuses({"MONTH_INVALID"})
    @Operation(
            operationId = "listEscalations",
            summary = "Lapses that were escalated to a coordinator, including withdrawn ones")
    public Page<EscalationView> escalations(
            @QueryParam("month") String month,
            @QueryParam("facilitator") UUID facilitator,
            @BeanParam PageParams page) {
        return lists.escalations(months.parseOrNull(month), facilitator, caller.areas(), page);
    }
}
