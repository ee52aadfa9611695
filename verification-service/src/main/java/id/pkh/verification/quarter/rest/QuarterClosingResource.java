package id.pkh.verification.quarter.rest;

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
import id.pkh.verification.VerificationConfig;
import id.pkh.verification.families.FamilyProgress;
import id.pkh.verification.quarter.CloseQuarter;
import id.pkh.verification.quarter.ClosingReason;
import id.pkh.verification.quarter.QuarterClosing;
import id.pkh.verification.quarter.QuarterClosings;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Closing quarters. */
@Path("/api/v1/quarter-closings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(RoleSets.PROGRAMME_READERS)
@Tag(
        name = "Quarter closings",
        description = "Assessing the commitments of a quarter for every family")
public class QuarterClosingResource {

    private final QuarterClosings closings;
    private final CloseQuarter close;
    private final Jobs jobs;
    private final VerificationConfig config;
    private final Caller caller;

    QuarterClosingResource(
            QuarterClosings closings,
            CloseQuarter close,
            Jobs jobs,
            VerificationConfig config,
            Caller caller) {
        this.closings = closings;
        this.close = close;
        this.jobs = jobs;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER})
    @Refuses({
        "CLOSING_STOPPED",
        "NOT_FOUND",
        "QUARTER_NOT_OVER",
        "QUARTER_PAST_RETENTION",
        "QUARTER_WITHOUT_POLICY"
    })
    @Succeeds(status = 201, meaning = "The quarter is closed")
    @Succeeds(status = 200, meaning = "The quarter was closed before")
    @Succeeds(status = 202, meaning = "The closing is still running")
    @Operation(
            operationId = "closeQuarter",
            summary = "Close a quarter for an area",
            description =
                    "201 when it is done, 202 with state RUNNING when it continues in the background, 200 when it was closed"
                            + " already; then families that had been set aside are tried again. Refused before the quarter is over.")
    public RestResponse<QuarterClosingView> close(@NotNull @Valid QuarterClosingRequest request) {
        VerificationPeriod quarter = VerificationPeriod.parse(request.quarter());
        CloseQuarter.Planned planned =
                close.handle(
                        quarter,
                        request.areaCode(),
                        caller.subject(),
                        ClosingReason.REQUEST,
                        caller.areas());
        UUID id = planned.closing().closingId();
        Job job = progressed(id);
        int status = !job.isDone() ? 202 : planned.isKnown() ? 200 : 201;
        return ContinuedWork.answer(
                status, view(planned.closing(), job), "/api/v1/quarter-closings/" + id);
    }

    @GET
    @Operation(
            operationId = "listQuarterClosings",
            summary = "Closings of areas within the caller's areas, oldest first")
    public Page<QuarterClosingView> list(@BeanParam PageParams page) {
        List<QuarterClosing> found =
                closings.list(
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                found, page.limit(), closing -> new Object[] {closing.closingId()}, this::view);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getQuarterClosing", summary = "One closing and its progress")
    public QuarterClosingView get(@PathParam("id") UUID id) {
        return closings.find(id)
                .filter(closing -> caller.areas().covers(closing.areaCode()))
                .map(this::view)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private Job progressed(UUID closingId) {
        Job before = jobOf(closingId);
        if (!before.isDone()) {
            return jobs.await(closingId, config.jobs().waitAtMost());
        }
        if (before.itemsSetAside() > 0) {
            jobs.retrySetAside(closingId);
        }
        return jobOf(closingId);
    }

    private Job jobOf(UUID closingId) {
        return jobs.find(closingId).orElseThrow();
    }

    private QuarterClosingView view(QuarterClosing closing) {
        return view(closing, jobOf(closing.closingId()));
    }

    private static QuarterClosingView view(QuarterClosing closing, Job job) {
        return QuarterClosingView.of(closing, FamilyProgress.of(job));
    }
}
