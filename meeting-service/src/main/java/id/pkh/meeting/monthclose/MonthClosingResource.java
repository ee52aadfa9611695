package id.pkh.meeting.monthclose;

import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.MonthText;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Closing months. */
@Tag(name = "Month closings", description = "Closing a month in an area")
@Path("/api/v1/month-closings")
public class MonthClosingResource {

    private static final String ALREADY = "MONTH_ALREADY_CLOSED";

    private final CloseMonth closeMonth;
    private final Jobs jobs;
    private final Closings closings;
    private final MeetingConfig config;
    private final Caller caller;
    private final MonthText months;

    MonthClosingResource(
            CloseMonth closeMonth,
            Jobs jobs,
            Closings closings,
            MeetingConfig config,
            Caller caller,
            MonthText months) {
        this.closeMonth = closeMonth;
        this.jobs = jobs;
        this.closings = closings;
        this.config = config;
        this.caller = caller;
        this.months = months;
    }

    /**
     * 201 when closed, 200 when it was closed before, 202 while it is still running or interrupted.
     */
    @POST
    @RolesAllowed({Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({
        "AREA_CODE_INVALID",
        "AREA_WITHOUT_GROUPS",
        "CLOSING_STOPPED",
        "MONTH_INVALID",
        "MONTH_NOT_OVER",
        "NOT_FOUND"
    })
    @Succeeds(status = 201, meaning = "The month is closed")
    @Succeeds(status = 200, meaning = "The month was closed before")
    @Succeeds(status = 202, meaning = "The closing is still running, or was interrupted")
    @Operation(
            operationId = "closeMonth",
            summary =
                    "Closes a month: 201 done, 200 it was closed, 202 still running or interrupted")
    public RestResponse<ClosingView> close(@NotNull @Valid ClosingRequest request) {
        CloseMonth.Started started =
                closeMonth.start(
                        months.parse(request.month()),
                        request.areaCode().strip(),
                        caller.subject(),
                        ClosingReason.REQUEST,
                        caller.areas());
        if (started.jobId().isEmpty()) {
            return answer(200, started.closingId(), ALREADY);
        }
        Job job = jobs.await(started.jobId().get(), config.monthClose().waitAtMost());
        return answer(job.isDone() ? 201 : 202, started.closingId(), null);
    }

    @GET
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"MONTH_INVALID"})
    @Operation(
            operationId = "listMonthClosings",
            summary = "Closings in the order in which they were started")
    public Page<ClosingView> list(@QueryParam("month") String month, @BeanParam PageParams page) {
        return closings.page(months.parseOrNull(month), caller.areas(), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(operationId = "getMonthClosing", summary = "The progress of a closing")
    public ClosingView one(@PathParam("id") UUID id) {
        return closings.byId(id)
                .filter(closing -> caller.areas().covers(closing.areaCode))
                .map(closing -> closings.view(closing, null))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private RestResponse<ClosingView> answer(int status, UUID id, String outcome) {
        return ContinuedWork.answer(
                status,
                closings.view(closings.byId(id).orElseThrow(), outcome),
                "/api/v1/month-closings/" + id);
    }
}
