package id.pkh.registry.contact;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.intake.RequestErrors;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Telephone numbers, with their history. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class ContactResource {

    private final ContactQueries queries;
    private final EnterContact enterContact;
    private final DecideContact decideContact;

    ContactResource(
            ContactQueries queries, EnterContact enterContact, DecideContact decideContact) {
        this.queries = queries;
        this.enterContact = enterContact;
        this.decideContact = decideContact;
    }

    @GET
    @Path("/contacts")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "RECEIVER_ROLE_UNKNOWN"})
    @Operation(operationId = "listContacts", summary = "List telephone numbers, masked")
    @Succeeds(status = 200, meaning = "A page of numbers of your areas")
    public Page<ContactView> list(
            @QueryParam("holder_role")
                    @Parameter(schema = @Schema(implementation = ReceiverRole.class))
                    String role,
            @QueryParam("holder_ref") @CodeForm(Receiver.FORM) String ref,
            @QueryParam("area") @Parameter(description = "Area, and all areas below it")
                    String area,
            @BeanParam PageParams page) {
        return queries.list(read(role), ref, area, page);
    }

    @POST
    @Path("/contacts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "CONTACT_CHANGED_MEANWHILE",
        "CONTACT_ROUTE_UNKNOWN",
        "HOLDER_UNKNOWN",
        "RECEIVER_ROLE_UNKNOWN",
        "TELEPHONE_INVALID"
    })
    @Operation(
            operationId = "enterContact",
            summary = "Enter, change or withdraw a telephone number",
            description =
                    "The first number and a withdrawal take effect at once. A different number"
                            + " waits for a second person, and the current number is notified.")
    @Succeeds(status = 200, meaning = "The current number, and one that waits")
    public ContactView enter(ContactRequest request) {
        if (request == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        return enterContact.handle(request);
    }

    @GET
    @Path("/contact-changes")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "RECEIVER_ROLE_UNKNOWN"})
    @Operation(
            operationId = "listContactChanges",
            summary = "List changes of telephone numbers, the oldest first")
    @Succeeds(status = 200, meaning = "A page of changes of your areas")
    public Page<ContactChangeView> changes(
            @QueryParam("only_waiting")
                    @Parameter(description = "Only those that wait for a second person")
                    Boolean onlyWaiting,
            @QueryParam("holder_role")
                    @Parameter(schema = @Schema(implementation = ReceiverRole.class))
                    String role,
            @QueryParam("holder_ref") @CodeForm(Receiver.FORM) String ref,
            @QueryParam("area") @Parameter(description = "Area, and all areas below it")
                    String area,
            @BeanParam PageParams page) {
        return queries.changes(Boolean.TRUE.equals(onlyWaiting), read(role), ref, area, page);
    }

    @POST
    @Path("/contact-changes/{id}/confirmation")
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER})
    @Refuses({"CONTACT_CHANGE_NOT_WAITING", "CONTACT_CHANGE_SAME_PERSON"})
    @Operation(
            operationId = "confirmContactChange",
            summary = "Confirm a number that another person entered")
    @Succeeds(status = 200, meaning = "The change, which is confirmed")
    public ContactChangeView confirm(@PathParam("id") UUID id) {
        return decideContact.confirm(id);
    }

    @POST
    @Path("/contact-changes/{id}/refusal")
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER})
    @Refuses({"CONTACT_CHANGE_NOT_WAITING"})
    @Operation(
            operationId = "refuseContactChange",
            summary = "Refuse a number; the current number stays",
            description = "The person who entered the number can withdraw it in this way.")
    @Succeeds(status = 200, meaning = "The change, which is refused")
    public ContactChangeView refuse(@PathParam("id") UUID id) {
        return decideContact.refuse(id);
    }

    private static ReceiverRole read(String role) {
        return Optional.ofNullable(role).map(ContactResource::known).orElse(null);
    }

    private static ReceiverRole known(String role) {
        return ReceiverRole.of(role)
                .orElseThrow(
                        () ->
                                RequestErrors.refused(
                                        "RECEIVER_ROLE_UNKNOWN",
                                        "holder_role",
                                        ReceiverRole.KNOWN));
    }
}
