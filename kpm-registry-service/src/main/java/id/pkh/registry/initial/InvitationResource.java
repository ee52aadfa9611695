package id.pkh.registry.initial;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.initial.InitialRequests.Deliveries;
import id.pkh.registry.initial.InitialViews.Outcomes;
import id.pkh.registry.initial.PrintInvitations.Printing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The letters to an initial meeting, and to whom they were given. */
@Path(InitialMeetingResource.PATH + "/{id}")
@Tag(name = "Initial meetings")
@RolesAllowed(RoleSets.FIELD_STAFF)
public class InvitationResource {

    private static final String PDF = "application/pdf";

    private final PrintInvitations print;
    private final DeliverInvitations deliver;

    InvitationResource(PrintInvitations print, DeliverInvitations deliver) {
        this.print = print;
        this.deliver = deliver;
    }

    @GET
    @Path("/letters")
    @Produces(PDF)
    @Refuses({
        "INITIAL_MEETING_CANCELLED",
        "INITIAL_NO_LETTERS",
        "PURPOSE_REQUIRED",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "printInvitations",
            summary = "Invitations to an initial meeting, one to a page, as one PDF",
            description =
                    "In Indonesian, in the order of the caretakers' names. Each family is recorded in the read log,"
                            + " with the purpose. Printing delivers nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The letters",
            content =
                    @Content(
                            mediaType = PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response letters(
            @PathParam("id") UUID id,
            @QueryParam("purpose")
                    @Parameter(
                            required = true,
                            description = "Purpose of the read, which is logged")
                    String purpose,
            @QueryParam("undelivered")
                    @Parameter(description = "false: also what was delivered; true if left out")
                    Boolean undelivered) {
        Printing printing = print.prepare(id, undelivered == null || undelivered, purpose);
        StreamingOutput file = out -> print.write(printing, out);
        return Response.ok(file, PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"undangan-" + id + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/deliveries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Refuses({"INITIAL_CANDIDATES_INVALID"})
    @Operation(
            operationId = "deliverInvitations",
            summary = "Record to whom up to 200 letters were given",
            description =
                    "A candidate whose letter was delivered is invited. Each letter is recorded or"
                            + " refused by itself.")
    @Succeeds(status = 200, meaning = "The outcome for each")
    public Outcomes deliver(@PathParam("id") UUID id, @NotNull @Valid Deliveries request) {
        return new Outcomes(deliver.handle(id, request.deliveries()));
    }
}
