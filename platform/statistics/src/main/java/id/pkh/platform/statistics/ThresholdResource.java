package id.pkh.platform.statistics;

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

/** Enters the threshold of a service's statistics. */
@Path(PolicyVersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policy versions")
public class ThresholdResource {

    private final PolicyEntry entry;
    private final ThresholdKind thresholds;

    ThresholdResource(PolicyEntry entry, ThresholdKind thresholds) {
        this.entry = entry;
        this.thresholds = thresholds;
    }

    @POST
    @Path("statistics-thresholds")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterStatisticsThreshold",
            summary = "Enter a version of the threshold of statistics",
            description =
                    "Each service that publishes statistics has its own; enter it in both. A period that is"
                            + " published already keeps its threshold.")
    @Succeeds(status = 201, meaning = "Entered; another person approves it")
    public RestResponse<PolicyVersionView> enter(@NotNull @Valid ThresholdDocument document) {
        return entry.enter(thresholds, document);
    }
}
