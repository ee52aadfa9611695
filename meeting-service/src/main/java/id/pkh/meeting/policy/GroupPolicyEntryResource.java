package id.pkh.meeting.policy;

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

/** Enters policies about groups, what they learn and how it is recorded. */
@Path(PolicyVersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policy versions")
public class GroupPolicyEntryResource {

    private static final String ENTERED = "Entered; another person approves it";

    private final PolicyEntry entry;
    private final GroupSizeKind groupSize;
    private final P2k2MaterialKind material;
    private final RecordingSignalsKind signals;
    private final ProxiesKind proxies;

    GroupPolicyEntryResource(
            PolicyEntry entry,
            GroupSizeKind groupSize,
            P2k2MaterialKind material,
            RecordingSignalsKind signals,
            ProxiesKind proxies) {
        this.entry = entry;
        this.groupSize = groupSize;
        this.material = material;
        this.signals = signals;
        this.proxies = proxies;
    }

    @POST
    @Path("group-sizes")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterGroupSize",
            summary = "Enter a version of how many families a group is to have")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterGroupSize(
            @NotNull @Valid GroupSizeDocument document) {
        return entry.enter(groupSize, document);
    }

    @POST
    @Path("p2k2-materials")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterP2k2Material",
            summary = "Enter a version of the modules and sessions of P2K2")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterMaterial(
            @NotNull @Valid P2k2MaterialDocument document) {
        return entry.enter(material, document);
    }

    @POST
    @Path("recording-signals")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterRecordingSignals",
            summary = "Enter a version of when supervisors are shown how lists were recorded")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterSignals(
            @NotNull @Valid RecordingSignalsDocument document) {
        return entry.enter(signals, document);
    }

    @POST
    @Path("attendance-proxies")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterAttendanceProxies",
            summary = "Enter a version of whether another adult counts as the family")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterProxies(@NotNull @Valid ProxiesDocument document) {
        return entry.enter(proxies, document);
    }
}
