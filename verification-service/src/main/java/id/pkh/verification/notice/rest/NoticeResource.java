package id.pkh.verification.notice.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.verification.notice.FamilyNotice;
import id.pkh.verification.notice.WriteNotice;
import id.pkh.verification.sanction.StepQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices to families about steps. */
@Path("/api/v1/sanction-steps/{id}/notice")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sanction steps")
public class NoticeResource {

    private final StepQueries queries;
    private final WriteNotice writeNotice;
    private final Caller caller;

    NoticeResource(StepQueries queries, WriteNotice writeNotice, Caller caller) {
        this.queries = queries;
        this.writeNotice = writeNotice;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.HOTLINE_CLERK})
    @Operation(
            operationId = "getFamilyNotice",
            summary = "The notice to the family, in Indonesian",
            description =
                    "What happened, in which month, what follows, what the family can do, and until when it can appeal.")
    public NoticeView notice(@PathParam("id") UUID id) {
        StepQueries.Seen seen =
                queries.find(id, caller.areas()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        FamilyNotice notice = writeNotice.handle(seen.step());
        return new NoticeView(id, "id", notice.title(), notice.text(), notice.appealUntil());
    }
}
