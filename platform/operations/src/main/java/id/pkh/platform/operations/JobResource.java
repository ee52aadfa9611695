package id.pkh.platform.operations;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Long work: listed, looked at, stopped and resumed. */
@Path("/api/v1/operations/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class JobResource {

    private final Jobs jobs;
    private final JobControl control;
    private final Caller caller;

    JobResource(Jobs jobs, JobControl control, Caller caller) {
        this.jobs = jobs;
        this.control = control;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Refuses({"JOB_STATE_UNKNOWN"})
    @Operation(operationId = "listJobs", summary = "Jobs, the latest first")
    public Page<JobView> list(
            @QueryParam("kind") @CodeForm("^[a-z][a-z0-9-]{0,59}$") String kind,
            @QueryParam("state")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "WAITING", "RUNNING", "STOPPED", "FAILED", "DONE"
                                            }))
                    String state,
            @BeanParam PageParams page) {
        List<Job> found =
                jobs.latest(
                        kind,
                        status(state),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(found, page.limit(), job -> new Object[] {job.jobId()}, JobView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(operationId = "getJob", summary = "One job and how far it is")
    public JobView get(@PathParam("id") UUID id) {
        return JobView.of(control.found(id));
    }

    @GET
    @Path("{id}/set-aside")
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(
            operationId = "listSetAsideItems",
            summary = "Items of a job that failed by themselves, each with the reason")
    public Page<Jobs.SetAside> setAside(@PathParam("id") UUID id, @BeanParam PageParams page) {
        control.found(id);
        List<Jobs.SetAside> items =
                jobs.setAside(
                        id,
                        page.cursor().map(cursor -> cursor.text(0)).orElse(""),
                        page.limit() + 1);
        return Page.of(
                items, page.limit(), item -> new Object[] {item.item()}, Function.identity());
    }

    @POST
    @Path("{id}/stop")
    @RolesAllowed(Roles.OPERATIONS)
    @Refuses({"JOB_NOT_TO_BE_STOPPED"})
    @Operation(
            operationId = "stopJob",
            summary = "Stop a job after its current chunk; what it has done stays done")
    public JobView stop(@PathParam("id") UUID id) {
        control.stop(id, caller.subject());
        return get(id);
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed(Roles.OPERATIONS)
    @Refuses({"JOB_NOT_TO_BE_RESUMED"})
    @Operation(
            operationId = "resumeJob",
            summary = "Resume a job that was stopped or has failed, behind its last chunk")
    public JobView resume(@PathParam("id") UUID id) {
        control.resume(id, caller.subject());
        return get(id);
    }

    @POST
    @Path("{id}/retry-set-aside")
    @RolesAllowed(Roles.OPERATIONS)
    @Refuses({"JOB_HAS_NOTHING_SET_ASIDE"})
    @Operation(
            operationId = "retrySetAsideItems",
            summary = "Try the items again that were set aside",
            description = "Those that fail again stay set aside: items_set_aside says how many.")
    public JobView retrySetAside(@PathParam("id") UUID id) {
        control.retrySetAside(id, caller.subject());
        return get(id);
    }

    private static Job.Status status(String state) {
        if (state == null) {
            return null;
        }
        try {
            return Job.Status.valueOf(state);
        } catch (IllegalArgumentException unknown) {
            throw Refused.because("JOB_STATE_UNKNOWN", unknown)
                    .with("state", state)
                    .with(
                            "states",
                            Arrays.stream(Job.Status.values())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")));
        }
    }
}
