package id.pkh.meeting.duty;

import id.pkh.meeting.MonthText;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** How facilitators kept their duty. */
@Path("/api/v1")
@RolesAllowed({
    Roles.FACILITATOR,
    Roles.COORDINATOR,
    Roles.DATA_ADMINISTRATOR,
    Roles.MINISTRY_OFFICER,
    Roles.AUDITOR
})
public class DutyResource {

    private final DutyLists lists;
    private final Caller caller;

    DutyResource(DutyLists lists, Caller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @Path("/facilitator-lapses")
    public Page<LapseView> lapses(
            @QueryParam("month") String month,
            @QueryParam("facilitator") UUID facilitator,
            @BeanParam PageParams page) {
        return lists.lapses(MonthText.parseOrNull(month), facilitator, caller.areas(), page);
    }

    @GET
    @Path("/facilitator-escalations")
    public Page<EscalationView> escalations(
            @QueryParam("month") String month,
            @QueryParam("facilitator") UUID facilitator,
            @BeanParam PageParams page) {
        return lists.escalations(MonthText.parseOrNull(month), facilitator, caller.areas(), page);
    }
}
