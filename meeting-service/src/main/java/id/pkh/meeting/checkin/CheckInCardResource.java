package id.pkh.meeting.checkin;

import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.Groups;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The cards with which the families of a group check in. */
@Tag(name = "Check-in", description = "Families that checked in to a session, beside its list")
@Path("/api/v1/groups/{code}/check-in-cards")
public class CheckInCardResource {

    private static final String PDF = "application/pdf";

    private final IssueCards issueCards;
    private final Cards cards;
    private final Groups groups;
    private final GroupFamilies families;
    private final Caller caller;
    private final Clock clock;

    CheckInCardResource(
            IssueCards issueCards,
            Cards cards,
            Groups groups,
            GroupFamilies families,
            Caller caller,
            Clock clock) {
        this.issueCards = issueCards;
        this.cards = cards;
        this.groups = groups;
        this.families = families;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.AUDITOR})
    @Refuses({"GROUP_UNKNOWN"})
    @Operation(
            operationId = "listCheckInCards",
            summary = "Which families of a group have a card, without its code")
    public List<CardView> list(@PathParam("code") String code) {
        return cards.of(
                families.onDay(
                                groups.require(code, caller.areas()).code(),
                                BusinessDates.today(clock))
                        .kpmIds());
    }

    @POST
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Produces(PDF)
    @Refuses({"GROUP_UNKNOWN", "CHECK_IN_CARDS_COMPLETE", "CHECK_IN_FAMILY_NOT_IN_GROUP"})
    @Operation(
            operationId = "issueCheckInCards",
            summary = "Makes cards to print for families that have none or lost theirs; shown once")
    @APIResponse(
            responseCode = "200",
            description = "The new cards",
            content =
                    @Content(
                            mediaType = PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> issue(
            @PathParam("code") String code, @NotNull @Valid CardIssueRequest request) {
        return ResponseBuilder.ok(
                        CardSheet.of(
                                issueCards.handle(code, request, caller.areas(), caller.subject())))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kartu-hadir.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
