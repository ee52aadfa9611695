package id.pkh.meeting.group;

import id.pkh.platform.files.FileAnswers;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.files.UploadTypes;
import id.pkh.platform.files.Uploads;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Lists of groups, as CSV or XLSX in the request body. */
@Tag(name = "Groups", description = "Groups of families, and their officers")
@Path("/api/v1/imports/groups")
@Consumes({
    UploadTypes.CSV,
    UploadTypes.CSV_OF_APPLICATIONS,
    UploadTypes.PLAIN_TEXT,
    UploadTypes.EXCEL,
    UploadTypes.XLSX,
    UploadTypes.BYTES
})
public class GroupImportResource {

    private final Uploads uploads;
    private final ImportGroups importGroups;
    private final FileAnswers answers;
    private final Caller caller;

    GroupImportResource(
            Uploads uploads, ImportGroups importGroups, FileAnswers answers, Caller caller) {
        this.uploads = uploads;
        this.importGroups = importGroups;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @ReceivesFile
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"FILE_NOT_A_LIST_OF_GROUPS"})
    @APIResponse(
            responseCode = "201",
            description = "The file was applied, at least in part",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileResultView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same file was received before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileResultView.class)))
    @Operation(
            operationId = "importGroups",
            summary = "Forms the groups of a list (groups.csv or XLSX)")
    public Response receive(
            InputStream body,
            @QueryParam("filename") String filename,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            return answers.of(importGroups.handle(upload, caller.areas()), headers, uri);
        }
    }
}
