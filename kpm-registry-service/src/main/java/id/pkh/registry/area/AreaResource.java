package id.pkh.registry.area;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.platform.web.WebRefusals;
import id.pkh.platform.web.area.AreaNames;
import id.pkh.registry.area.AreaDetailView.AreaAboveView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Areas are public knowledge, so every caller sees all of them. */
@Path("/api/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Areas")
public class AreaResource {

    /** The signs of which names of areas consist, three at least. */
    private static final String NAME = "^[A-Za-z0-9][A-Za-z0-9 '.,()/-]{2,59}$";

    private static final int MATCHES = 50;

    private final Areas areas;
    private final AreaNames names;

    AreaResource(Areas areas, AreaNames names) {
        this.areas = areas;
        this.names = names;
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

    @GET
    @Path("/matches")
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.BANK, Roles.EXTERNAL_SYSTEM, Roles.OPERATIONS})
    @Refuses({"AREA_CODE_INVALID", "CODE_MALFORMED"})
    @Operation(
            operationId = "findAreas",
            summary = "Find areas by name",
            description =
                    "The 50 whose names are most like the text: equal, beginning with it, with it"
                            + " inside, then near ones. Upper and lower case are the same.")
    @Succeeds(status = 200, meaning = "The areas with what lies above them, the closest first")
    public List<AreaMatchView> find(
            @QueryParam("name") @CodeForm(NAME) @Parameter(required = true) String name,
            @QueryParam("within") @Parameter(description = "Only in this area") String within,
            @QueryParam("level") AreaLevel level) {
        if (name == null) {
            throw Refused.because(WebRefusals.CODE_MALFORMED)
                    .with("parameter", "name")
                    .with("form", NAME);
        }
        Conditions which =
                new Conditions()
                        .andArea("code", AreaScope.requested(within))
                        .andIfGiven("level = ?", level == null ? null : level.name());
        return areas.likest(name.strip(), which, MATCHES).stream()
                .map(
                        match ->
                                new AreaMatchView(
                                        match.area(), above(match.area()), match.likeness()))
                .toList();
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.BANK, Roles.EXTERNAL_SYSTEM, Roles.OPERATIONS})
    @Refuses({"AREA_CODE_INVALID", "NOT_FOUND"})
    @Operation(operationId = "getArea", summary = "Read an area and what it was called before")
    @Succeeds(status = 200, meaning = "The area")
    public AreaDetailView get(@PathParam("code") String code) {
        AreaView area =
                areas.find(AreaScope.requested(code))
                        .orElseThrow(() -> Refused.because(WebRefusals.NOT_FOUND));
        return new AreaDetailView(area, above(area), areas.former(area.code()));
    }

    private List<AreaAboveView> above(AreaView area) {
        List<AreaAboveView> above = new ArrayList<>();
        for (int dot = area.code().indexOf('.'); dot > 0; dot = area.code().indexOf('.', dot + 1)) {
            String code = area.code().substring(0, dot);
            above.add(new AreaAboveView(code, names.of(code).orElse(null)));
        }
        return above;
    }
}
