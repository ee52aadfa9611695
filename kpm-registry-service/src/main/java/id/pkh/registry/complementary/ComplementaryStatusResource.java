package id.pkh.registry.complementary;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.complementary.ComplementaryRequests.StatusEntry;
import id.pkh.registry.complementary.ComplementaryViews.StatusView;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether families have the programmes beside PKH. */
@Path(ComplementaryStatusResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Complementary programmes", description = "Health cover, school aid and food aid")
public class ComplementaryStatusResource {

    static final String PATH = "/api/v1/complementary-statuses";

    private final ComplementaryQueries queries;
    private final RecordStatus recordStatus;

    ComplementaryStatusResource(ComplementaryQueries queries, RecordStatus recordStatus) {
        this.queries = queries;
        this.recordStatus = recordStatus;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listComplementaryStatuses",
            summary = "List who has or lacks a programme at present")
    @Succeeds(status = 200, meaning = "A page of what is so in your areas")
    public Page<StatusView> list(
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("programme") Programme programme,
            @QueryParam("status") Status status,
            @BeanParam PageParams page) {
        return queries.statuses(kpmId, village, programme, status, page);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Idempotent
    @Refuses({
        "COMPLEMENTARY_IN_FUTURE",
        "COMPLEMENTARY_MEMBER_DISAGREES",
        "COMPLEMENTARY_SOURCE_RESERVED",
        "KPM_CLOSED",
        "NOT_A_MEMBER",
        "NOT_FOUND"
    })
    @Operation(
            operationId = "recordComplementaryStatus",
            summary = "Record whether a family has a programme",
            description =
                    "A fact from a day on. It changes neither membership nor payment; the fact of"
                            + " the latest day counts, and of a day the last.")
    @Succeeds(status = 201, meaning = "What counts now")
    public RestResponse<StatusView> record(@NotNull @Valid StatusEntry request) {
        recordStatus.handle(request);
        return RestResponse.status(
                RestResponse.Status.CREATED,
                queries.status(request.kpmId(), request.programme(), request.memberId()));
    }
}
