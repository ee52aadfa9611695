package id.pkh.registry.area;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Areas are public knowledge, so every caller sees all of them. */
@Path("/api/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Areas")
public class AreaResource {

    private final Areas areas;

    AreaResource(Areas areas) {
        this.areas = areas;
    }

    @GET
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.BANK, Roles.EXTERNAL_SYSTEM, Roles.OPERATIONS})
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listAreas", summary = "List areas, all or those directly under one")
    @Succeeds(status = 200, meaning = "A page of areas in order of code")
    public Page<AreaView> list(@QueryParam("parent") String parent, @BeanParam PageParams page) {
        String after = page.cursor().map(cursor -> cursor.text(0)).orElse("");
        return Page.of(
                areas.list(AreaScope.requested(parent), after, page.limit() + 1),
                page.limit(),
                area -> new Object[] {area.code()},
                area -> area);
    }
}
