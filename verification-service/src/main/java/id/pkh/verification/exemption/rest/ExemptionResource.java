package id.pkh.verification.exemption.rest;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.verification.VerificationConfig;
import id.pkh.verification.exemption.Exemption;
import id.pkh.verification.exemption.ExemptionScope;
import id.pkh.verification.exemption.Exemptions;
import id.pkh.verification.exemption.GrantExemption;
import id.pkh.verification.families.FamilyProgress;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Months that do not count. */
@Path("/api/v1/exemptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Exemptions",
        description = "Disasters, closed schools and health services, a family's own case")
public class ExemptionResource {

    private final Exemptions exemptions;
    private final GrantExemption grant;
    private final Jobs jobs;
    private final VerificationConfig config;
    private final Caller caller;

    ExemptionResource(
            Exemptions exemptions,
            GrantExemption grant,
            Jobs jobs,
            VerificationConfig config,
            Caller caller) {
        this.exemptions = exemptions;
        this.grant = grant;
        this.jobs = jobs;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "listExemptions",
            summary = "Exemptions that apply in the caller's areas, oldest first",
            description =
                    "An exemption is shown when it applies to a family there, and to the person who recorded it.")
    public Page<ExemptionView> list(
            @QueryParam("scope") ExemptionScope scope, @BeanParam PageParams page) {
        List<Exemption> found =
                exemptions.list(
                        scope,
                        caller.subject(),
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                found,
                page.limit(),
                exemption -> new Object[] {exemption.exemptionId()},
                this::view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "getExemption",
            summary = "One exemption, and how many families were re-evaluated")
    public ExemptionView get(@PathParam("id") UUID id) {
        return exemptions
                .find(id, caller.subject(), caller.areas())
                .map(this::view)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @POST
    @RolesAllowed({RoleSets.MINISTRY, Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({
        "AREA_CODE_INVALID",
        "EXEMPTION_REASON_UNKNOWN",
        "EXEMPTION_SPAN_INVALID",
        "NOT_FOUND"
    })
    @Succeeds(status = 201, meaning = "The exemption was recorded")
    @Operation(
            operationId = "recordExemption",
            summary = "Record an exemption",
            description =
                    "The months it covers do not count for the families in its scope within the caller's areas; they are"
                            + " re-evaluated at once, or in the background when they are many (state RUNNING).")
    public RestResponse<ExemptionView> grant(@NotNull @Valid ExemptionRequest request) {
        Exemption exemption =
                grant.handle(
                        new GrantExemption.Command(
                                request.scope(),
                                request.scopeCode(),
                                request.from(),
                                request.until(),
                                request.reasonCode(),
                                request.legalBasis(),
                                request.note(),
                                caller.subject(),
                                caller.areas()));
        return ResponseBuilder.<ExemptionView>created(
                        URI.create("/api/v1/exemptions/" + exemption.exemptionId()))
                .entity(
                        view(
                                exemption,
                                jobs.await(exemption.exemptionId(), config.jobs().waitAtMost())))
                .build();
    }

    private ExemptionView view(Exemption exemption) {
        return view(exemption, jobs.find(exemption.exemptionId()).orElseThrow());
    }

    private static ExemptionView view(Exemption exemption, Job job) {
        return ExemptionView.of(exemption, FamilyProgress.of(job));
    }
}
