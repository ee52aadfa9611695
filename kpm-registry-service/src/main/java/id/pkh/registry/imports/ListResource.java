package id.pkh.registry.imports;

import id.pkh.platform.files.CsvExport;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.files.XlsxExport;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What the lists of every kind have in common: an empty one, a trial, and the way back. */
@Path("/api/v1/imports")
@Tag(name = "Imports")
public class ListResource {

    private static final String KINDS = "The last part of the path of the import, such as families";

    private final ListKinds kinds;
    private final ListAnswers answers;

    ListResource(ListKinds kinds, ListAnswers answers) {
        this.kinds = kinds;
        this.answers = answers;
    }

    @GET
    @Path("/templates/{kind}")
    @Produces(XlsxExport.TYPE)
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.MINISTRY_OFFICER})
    @Refuses("NOT_FOUND")
    @Operation(
            operationId = "getListTemplate",
            summary = "An empty list of a kind, to be filled in",
            description =
                    "In Indonesian. A second sheet explains the columns, each with an example.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = XlsxExport.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> template(
            @PathParam("kind") @Parameter(description = KINDS) String kind) {
        RowImport<?> list = kinds.require(kind);
        return ResponseBuilder.ok(ListTemplate.of(list))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + list.kind() + ".xlsx\"")
                .build();
    }

    @POST
    @Path("/{kind}/trial")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @ReceivesFile
    @Refuses({"FILE_HEADER_UNKNOWN", "NOT_FOUND", "ROSTER_SAME_PERSON"})
    @Operation(
            operationId = "tryList",
            summary = "What a list would do; nothing is recorded",
            description =
                    "Up to 20,000 rows, decided as the import would decide them now. The answer has the first 1,000"
                            + " refused rows; ask for the list itself to see them all.")
    @Succeeds(status = 200, meaning = "What would become of the rows")
    public FileResultView trial(
            InputStream body,
            @PathParam("kind") @Parameter(description = KINDS) String kind,
            @QueryParam("filename") String filename) {
        return answers.tried(kinds.require(kind, ListSenders.ADMINISTRATORS), body, filename);
    }

    @POST
    @Path("/{kind}/returned")
    @Produces({CsvExport.TYPE, XlsxExport.TYPE})
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @ReceivesFile
    @Refuses({"FILE_HEADER_UNKNOWN", "NOT_FOUND", "ROSTER_SAME_PERSON"})
    @Operation(
            operationId = "importAndReturnList",
            summary = "The same as an import or a trial, answered with the list itself",
            description =
                    "In the form in which it was sent, with the columns hasil and alasan: what became of each row, and"
                            + " why. It can be corrected and sent again; what was accepted stays as it is.")
    @Succeeds(status = 200, meaning = "The list, with what became of each row")
    @APIResponse(
            responseCode = "200",
            description = "The list, with what became of each row",
            content = {
                @Content(
                        mediaType = CsvExport.TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = XlsxExport.TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response returned(
            InputStream body,
            @PathParam("kind") @Parameter(description = KINDS) String kind,
            @QueryParam("filename") String filename,
            @QueryParam("trial")
                    @DefaultValue("false")
                    @Parameter(description = "Nothing is recorded; up to 20,000 rows")
                    boolean trial,
            @QueryParam("only_refused")
                    @DefaultValue("false")
                    @Parameter(description = "Leave out the rows that were accepted")
                    boolean onlyRefused) {
        return answers.returned(
                kinds.require(kind, ListSenders.ADMINISTRATORS),
                body,
                filename,
                trial,
                onlyRefused);
    }
}
