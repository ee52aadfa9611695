package id.pkh.verification.notice.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.notice.FamilyNotice;
import id.pkh.verification.notice.WriteNotice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices to families about decisions. */
@Path("/api/v1/decisions/{id}/notice")
@Produces(MediaType.APPLICATION_JSON)
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
    private final Caller caller;

    DecisionNoticeResource(Decisions decisions, WriteNotice writeNotice, Caller caller) {
        this.decisions = decisions;
        this.writeNotice = writeNotice;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.HOTLINE_CLERK})
    @Operation(
            operationId = "getDecisionNotice",
            summary = "The notice of a decision to the family, in Indonesian",
            description =
                    "What was decided, from which day it applies, what becomes of the money, and until when the family can"
                            + " appeal; after a lift, what that means.")
    public DecisionNoticeView notice(@PathParam("id") UUID id) {
        Decision decision =
                decisions.find(id, caller.areas()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        FamilyNotice notice = writeNotice.handle(decision);
        return new DecisionNoticeView(
                id, "id", notice.title(), notice.text(), notice.appealUntil());
    }
}
