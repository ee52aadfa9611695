package id.pkh.verification.notice.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.notice.FamilyNotice;
import id.pkh.verification.notice.LetterSubjects.Subject;
import id.pkh.verification.notice.WriteNotice;
import id.pkh.verification.sanction.StepQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices to families about steps. */
@Path("/api/v1/sanction-steps/{id}/notice")
@Produces({MediaType.APPLICATION_JSON, LetterAnswers.PDF})
@Tag(name = "Sanction steps")
public class NoticeResource {

    private final StepQueries queries;
    private final WriteNotice writeNotice;
    private final Kpms kpms;
    private final LetterAnswers letters;
    private final Caller caller;

    NoticeResource(
            StepQueries queries,
            WriteNotice writeNotice,
            Kpms kpms,
            LetterAnswers letters,
            Caller caller) {
        this.queries = queries;
        this.writeNotice = writeNotice;
        this.kpms = kpms;
        this.letters = letters;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.HOTLINE_CLERK})
    @Refuses({
        "PRINTERS_BUSY",
        "PRINTING_UNDER_WAY",
        "REGISTRY_REFUSES_CALLER",
        "REGISTRY_UNAVAILABLE"
    })
    @Operation(
            operationId = "getFamilyNotice",
            summary = "The notice to the family, in Indonesian",
            description =
                    "What happened, in which month, what follows, what the family can do, and until when it can appeal."
                            + " As a letter with `Accept: application/pdf`, to the caretaker by name if the registry shows it.")
    @APIResponse(
            responseCode = "200",
            description = "The notice, or the letter of one page or more",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = NoticeView.class)),
                @Content(
                        mediaType = LetterAnswers.PDF,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response notice(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        StepQueries.Seen seen =
                queries.find(id, caller.areas()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (LetterAnswers.isLetterWanted(headers)) {
            return letters.of(
                    new Subject(
                            id,
                            false,
                            seen.step().kpmId(),
                            kpms.groupOf(seen.step().kpmId()).orElse(null),
                            seen.villageCode()));
        }
        FamilyNotice notice = writeNotice.handle(seen.step());
        return Response.ok(
                        new NoticeView(
                                id, "id", notice.title(), notice.text(), notice.appealUntil()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
