package id.pkh.registry.imports;

import id.pkh.platform.files.FileAnswers;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.files.UploadTypes;
import id.pkh.platform.files.Uploads;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Imports of lists. Correct rows are applied; every other row is refused with its line and reason.
 */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({
    UploadTypes.CSV,
    UploadTypes.CSV_OF_APPLICATIONS,
    UploadTypes.PLAIN_TEXT,
    UploadTypes.EXCEL,
    UploadTypes.XLSX,
    UploadTypes.BYTES
})
@RolesAllowed(Roles.DATA_ADMINISTRATOR)
@Tag(name = "Imports")
@APIResponse(
        responseCode = "200",
        description = "The same file was received before: the result of that import",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FileResultView.class)))
@APIResponse(
        responseCode = "201",
        description = "Applied in full or in part; the refused rows are listed",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FileResultView.class)))
public class RegistryImportsResource {

    private final Uploads uploads;
    private final FileAnswers answers;
    private final ImportFile importFile;
    private final FacilitatorImport facilitators;
    private final FamilyImport families;
    private final MemberImport members;
    private final AreaImport areas;

    @Context HttpHeaders headers;
    @Context UriInfo uri;

    RegistryImportsResource(
            Uploads uploads,
            FileAnswers answers,
            ImportFile importFile,
            FacilitatorImport facilitators,
            FamilyImport families,
            MemberImport members,
            AreaImport areas) {
        this.uploads = uploads;
        this.answers = answers;
        this.importFile = importFile;
        this.facilitators = facilitators;
        this.families = families;
        this.members = members;
        this.areas = areas;
    }

    @POST
    @Path("/facilitators")
    @Refuses({"FILE_HEADER_UNKNOWN"})
    @ReceivesFile
    @Operation(
            operationId = "importFacilitators",
            summary = "Import facilitators with their villages")
    public Response facilitators(InputStream body, @QueryParam("filename") String filename) {
        return apply(facilitators, body, filename);
    }

    @POST
    @Path("/families")
    @Refuses({"FILE_HEADER_UNKNOWN", "ROSTER_SAME_PERSON"})
    @ReceivesFile
    @Operation(operationId = "importFamilies", summary = "Import families with their caretakers")
    public Response families(InputStream body, @QueryParam("filename") String filename) {
        return apply(families, body, filename);
    }

    @POST
    @Path("/members")
    @Refuses({"FILE_HEADER_UNKNOWN"})
    @ReceivesFile
    @Operation(operationId = "importMembers", summary = "Import members with their components")
    public Response members(InputStream body, @QueryParam("filename") String filename) {
        return apply(members, body, filename);
    }

    @POST
    @Path("/areas")
    @Refuses({"FILE_HEADER_UNKNOWN"})
    @ReceivesFile
    @Operation(operationId = "importAreas", summary = "Import areas: code and name")
    public Response areas(InputStream body, @QueryParam("filename") String filename) {
        return apply(areas, body, filename);
    }

    private Response apply(RowImport<?> kind, InputStream body, String filename) {
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            return answers.of(importFile.handle(kind, upload), headers, uri);
        }
    }
}
