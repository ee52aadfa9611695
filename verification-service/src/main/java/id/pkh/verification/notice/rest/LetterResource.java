package id.pkh.verification.notice.rest;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.notice.LetterSubjects.Selection;
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

/** The letters of many families in one file. */
@Path("/api/v1/notices/letters")
@Tag(name = "Letters", description = "Notices to families, ready to print and to sign")
public class LetterResource {

    private static final String GROUP = "^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}-\\d{2}$";

    private final LetterAnswers letters;

    LetterResource(LetterAnswers letters) {
        this.letters = letters;
    }

    @GET
    @Produces(LetterAnswers.PDF)
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.MINISTRY_OFFICER})
    @Refuses({
        "AREA_CODE_INVALID",
        "NO_LETTERS",
        "PRINTERS_BUSY",
        "PRINTING_UNDER_WAY",
        "REGISTRY_REFUSES_CALLER",
        "REGISTRY_UNAVAILABLE",
        "TOO_MANY_LETTERS"
    })
    @Operation(
            operationId = "printLetters",
            summary = "Letters to families, one to a page, as one PDF",
            description =
                    "The notices of the steps and decisions of a group or an area, in the order of the groups and of the"
                            + " caretakers' names. The registry states the names, if it shows them to the caller, and logs the"
                            + " read; otherwise a letter has its number alone. A decision has one letter together with its step."
                            + " Printing delivers nothing: each delivery is recorded with the number of the letter.")
    @APIResponse(
            responseCode = "200",
            description = "The letters",
            content =
                    @Content(
                            mediaType = LetterAnswers.PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(
            @QueryParam("group")
                    @CodeForm(GROUP)
                    @Parameter(description = "Code of the group of the families")
                    String group,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @QueryParam("undelivered")
                    @Parameter(
                            description =
                                    "false: also what was delivered, as it is now, such as a decision that was lifted since;"
                                            + " true if left out")
                    Boolean undelivered) {
        return letters.of(new Selection(group, village, undelivered == null || undelivered));
    }
}
