package id.pkh.verification.notice.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.notice.FamilyNotice;
import id.pkh.verification.notice.LetterSubjects.Subject;
import id.pkh.verification.notice.WriteNotice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices to families about decisions. */
@Path("/api/v1/decisions/{id}/notice")
@Produces({MediaType.APPLICATION_JSON, LetterAnswers.PDF})
@Tag(name = "Decisions")
public class DecisionNoticeResource {

    /** The notice of a decision. It has no names, like that of a step. */
    @Schema(name = "DecisionNotice")
    public record DecisionNoticeView(
            UUID decisionId,
            @Schema(enumeration = {"id"}) String language,
            String title,
            String text,
            @Schema(nullable = true) LocalDate appealUntil) {}

    private final Decisions decisions;
    private final WriteNotice writeNotice;
    private final Kpms kpms;
    private final LetterAnswers letters;
    private final Caller caller;

    DecisionNoticeResource(
            Decisions decisions,
            WriteNotice writeNotice,
            Kpms kpms,
            LetterAnswers letters,
            Caller caller) {
        this.decisions = decisions;
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
            operationId = "getDecisionNotice",
            summary = "The notice of a decision to the family, in Indonesian",
            description =
                    "What was decided, from which day it applies, what becomes of the money, and until when the family can"
                            + " appeal; after a lift, what that means. As a letter with `Accept: application/pdf`, to the"
                            + " caretaker by name if the registry shows it.")
    @APIResponse(
            responseCode = "200",
            description = "The notice, or the letter of one page or more",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DecisionNoticeView.class)),
                @Content(
                        mediaType = LetterAnswers.PDF,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response notice(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Decision decision =
                decisions.find(id, caller.areas()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (LetterAnswers.isLetterWanted(headers)) {
            return letters.of(
                    new Subject(
                            id,
                            true,
                            decision.kpmId(),
                            kpms.groupOf(decision.kpmId()).orElse(null),
                            kpms.villageOf(decision.kpmId()).orElseThrow()));
        }
        FamilyNotice notice = writeNotice.handle(decision);
        return Response.ok(
                        new DecisionNoticeView(
                                id, "id", notice.title(), notice.text(), notice.appealUntil()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
