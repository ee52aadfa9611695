package id.pkh.registry.export;

import id.pkh.platform.files.CsvExport;
import id.pkh.platform.files.XlsxExport;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Refuses;
import id.pkh.registry.export.ExportMembers.MemberRow;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.GroupCode;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.intake.RequestedStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The members of families as a file. */
@Path("/api/v1/members")
@Tag(name = "Families")
@RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.EXTERNAL_SYSTEM})
@Refuses({"AREA_CODE_INVALID", "STATUS_UNKNOWN"})
public class MemberExportResource {

    private static final String NAME = "members";
    private static final String VILLAGE = "Village, or any area above it";
    private static final String STATUS = "Status of the family";
    private static final String COMPONENT = "Only members who carry it today";

    private final ExportMembers export;

    MemberExportResource(ExportMembers export) {
        this.export = export;
    }

    @GET
    @Path("/csv")
    @Produces(CsvExport.TYPE)
    @Operation(
            operationId = "exportMembersAsCsv",
            summary = "The members of the families of your areas as CSV",
            description =
                    "However many; each as it is when its part of the file is read. Ids and codes: no name, number or birth"
                            + " date. A cell that a program would compute has an apostrophe in front.")
    @APIResponse(
            responseCode = "200",
            description = "Every member of the families that fit",
            content =
                    @Content(
                            mediaType = CsvExport.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response csv(
            @QueryParam("village") @Parameter(description = VILLAGE) String village,
            @QueryParam("group") @CodeForm(GroupCode.FORM) String group,
            @QueryParam("status")
                    @Parameter(
                            description = STATUS,
                            schema = @Schema(implementation = KpmStatus.class))
                    String status,
            @QueryParam("component") @Parameter(description = COMPONENT) ComponentType component) {
        return CsvExport.of(
                NAME,
                ExportMembers.HEADER,
                export.handle(village, group, RequestedStatus.read(status), component),
                MemberRow::cells);
    }

    @GET
    @Path("/xlsx")
    @Produces(XlsxExport.TYPE)
    @Operation(
            operationId = "exportMembersAsXlsx",
            summary = "The members of the families of your areas as a workbook",
            description = "As the CSV. A sheet holds a million members; more go on to the next.")
    @APIResponse(
            responseCode = "200",
            description = "Every member of the families that fit",
            content =
                    @Content(
                            mediaType = XlsxExport.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xlsx(
            @QueryParam("village") @Parameter(description = VILLAGE) String village,
            @QueryParam("group") @CodeForm(GroupCode.FORM) String group,
            @QueryParam("status")
                    @Parameter(
                            description = STATUS,
                            schema = @Schema(implementation = KpmStatus.class))
                    String status,
            @QueryParam("component") @Parameter(description = COMPONENT) ComponentType component) {
        return XlsxExport.of(
                NAME,
                ExportMembers.HEADER,
                export.handle(village, group, RequestedStatus.read(status), component),
                MemberRow::cells);
    }
}
