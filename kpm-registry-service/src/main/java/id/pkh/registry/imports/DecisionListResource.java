package id.pkh.registry.imports;

import id.pkh.platform.files.CsvExport;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.files.XlsxExport;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Lists of decisions, each row decided as the single call decides it. */
@Path("/api/v1/decision-lists/{kind}")
@Tag(name = "Imports")
@RolesAllowed(Roles.MINISTRY_OFFICER)
@Refuses({"FILE_HEADER_UNKNOWN", "NOT_FOUND"})
public class DecisionListResource {

    private static final String KINDS = "status-decisions";

    private final ListKinds kinds;
    private final ListAnswers answers;

    DecisionListResource(ListKinds kinds, ListAnswers answers) {
        this.kinds = kinds;
        this.answers = answers;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @ReceivesFile
    @Operation(
            operationId = "importDecisionList",
            summary = "Record what a list of decisions states, row by row")
    public RestResponse<FileResultView> record(
            InputStream body,
            @PathParam("kind") @Parameter(description = KINDS) String kind,
            @QueryParam("filename") String filename) {
        return answers.applied(kinds.require(kind, ListSenders.MINISTRY), body, filename);
    }

    @POST
    @Path("/trial")
    @Produces(MediaType.APPLICATION_JSON)
    @ReceivesFile
    @Operation(
            operationId = "tryDecisionList",
            summary = "What such a list would do; nothing is recorded",
            description = "Up to 20,000 rows, decided as they would be decided now.")
    @Succeeds(status = 200, meaning = "What would become of the rows")
    public FileResultView trial(
            InputStream body,
            @PathParam("kind") @Parameter(description = KINDS) String kind,
            @QueryParam("filename") String filename) {
        return answers.tried(kinds.require(kind, ListSenders.MINISTRY), body, filename);
    }

    @POST
    @Path("/returned")
    @Produces({CsvExport.TYPE, XlsxExport.TYPE})
    @ReceivesFile
    @Operation(
            operationId = "importAndReturnDecisionList",
            summary = "Record or try such a list, and have it returned with the reasons",
            description =
                    "In the form in which it was sent, with the columns hasil and alasan: what became of each row, and"
                            + " why.")
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
                kinds.require(kind, ListSenders.MINISTRY), body, filename, trial, onlyRefused);
    }
}
