package id.pkh.platform.work;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is due for the caller. */
@Path("/api/v1/my-work")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My work", description = "What is due for the caller's roles, in the caller's areas")
public class MyWorkResource {

    private final WorkPages pages;
    private final Caller caller;

    MyWorkResource(WorkPages pages, Caller caller) {
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.FIELD_STAFF, RoleSets.MINISTRY})
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listMyWork",
            summary = "What is due for the caller, the oldest first",
            description =
                    "Of the caller's roles and areas. What waits because of the caller's own act is"
                            + " another person's work, and is left out.")
    public Page<WorkItemView> list(
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page,
            @Context HttpHeaders headers) {
        return pages.of(
                caller::hasRole,
                caller.subject(),
                caller.areas().within(AreaScope.requested(village)),
                page,
                Language.of(headers));
    }
}
