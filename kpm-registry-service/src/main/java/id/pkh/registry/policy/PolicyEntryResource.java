package id.pkh.registry.policy;

import id.pkh.platform.policies.EntersPolicy;
import id.pkh.platform.policies.PolicyEntry;
import id.pkh.platform.policies.PolicyVersionResource;
import id.pkh.platform.policies.PolicyVersionView;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Enters policies, one form for each kind. */
@Path(PolicyVersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policy versions")
public class PolicyEntryResource {

    static final String CODE = "[A-Z0-9][A-Z0-9._-]{0,39}";
    static final int MAX_TEXT_CHARS = 500;

    private final PolicyEntry entry;
    private final DataUpdateDeadlineKind dataUpdates;
    private final FacilitatorPolicyKind facilitators;
    private final ComplaintDeadlinesKind complaints;
    private final GraduationPolicyKind graduations;

    PolicyEntryResource(
            PolicyEntry entry,
            DataUpdateDeadlineKind dataUpdates,
            FacilitatorPolicyKind facilitators,
            ComplaintDeadlinesKind complaints,
            GraduationPolicyKind graduations) {
        this.entry = entry;
        this.dataUpdates = dataUpdates;
        this.facilitators = facilitators;
        this.complaints = complaints;
        this.graduations = graduations;
    }

    @POST
    @Path("data-update-deadlines")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterDataUpdateDeadline",
            summary = "Enter a version of the deadline of data updates")
    @Succeeds(status = 201, meaning = "Entered; another person approves it")
    public RestResponse<PolicyVersionView> enterDataUpdateDeadline(
            @NotNull @Valid DataUpdateDeadlineDocument document) {
        return entry.enter(dataUpdates, document);
    }

    @POST
    @Path("facilitator-policies")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterFacilitatorPolicy",
            summary = "Enter a version of the policy of facilitators")
    @Succeeds(status = 201, meaning = "Entered; another person approves it")
    public RestResponse<PolicyVersionView> enterFacilitatorPolicy(
            @NotNull @Valid FacilitatorPolicyDocument document) {
        return entry.enter(facilitators, document);
    }

    @POST
    @Path("complaint-deadlines")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterComplaintDeadlines",
            summary = "Enter a version of the deadlines of complaints")
    @Succeeds(status = 201, meaning = "Entered; another person approves it")
    public RestResponse<PolicyVersionView> enterComplaintDeadlines(
            @NotNull @Valid ComplaintDeadlinesDocument document) {
        return entry.enter(complaints, document);
    }

    @POST
    @Path("graduation-policies")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterGraduationPolicy",
            summary = "Enter a version of the policy of graduations")
    @Succeeds(status = 201, meaning = "Entered; another person approves it")
    public RestResponse<PolicyVersionView> enterGraduationPolicy(
            @NotNull @Valid GraduationPolicyDocument document) {
        return entry.enter(graduations, document);
    }
}
