package id.pkh.registry.notification.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.family.domain.GroupCode;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.intake.RequestErrors;
import id.pkh.registry.notification.domain.NotificationState;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import id.pkh.registry.notification.rest.NotificationView.Counts;
import id.pkh.registry.notification.rest.NotificationView.Outcomes;
import id.pkh.registry.notification.rest.NotificationView.Printable;
import id.pkh.registry.notification.rest.NotificationView.Printed;
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

/** Who is notified of what, what is to be printed, and what arrived. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationResource {

    private final NotificationQueries queries;
    private final HandOver handOver;
    private final Caller caller;

    NotificationResource(NotificationQueries queries, HandOver handOver, Caller caller) {
        this.queries = queries;
        this.handOver = handOver;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "NOTIFICATION_STATE_UNKNOWN", "RECEIVER_ROLE_UNKNOWN"})
    @Operation(operationId = "listNotifications", summary = "List notifications, the oldest first")
    @Succeeds(status = 200, meaning = "A page of notifications of your areas")
    public Page<NotificationView> list(
            @QueryParam("receiver_role")
                    @Parameter(schema = @Schema(implementation = ReceiverRole.class))
                    String role,
            @QueryParam("receiver_ref") @CodeForm(Receiver.FORM) String ref,
            @QueryParam("kpm_id") @Parameter(description = "Everything about one family")
                    UUID kpmId,
            @QueryParam("state")
                    @Parameter(schema = @Schema(implementation = NotificationState.class))
                    String state,
            @QueryParam("area") @Parameter(description = "Area, and all areas below it")
                    String area,
            @BeanParam PageParams page) {
        return queries.list(
                new NotificationQueries.Filter(
                        Optional.ofNullable(role).map(NotificationResource::role).orElse(null),
                        ref,
                        kpmId,
                        Optional.ofNullable(state).map(NotificationResource::state).orElse(null),
                        area),
                page);
    }

    @GET
    @Path("/counts")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "countNotifications",
            summary = "Count the notifications of the last 31 days by receiver and state")
    @Succeeds(status = 200, meaning = "The counts of your areas")
    public Counts counts(
            @QueryParam("area") @Parameter(description = "Area, and all areas below it")
                    String area) {
        return queries.counts(area);
    }

    @GET
    @Path("/printable")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"GROUP_CODE_INVALID", "NOT_FOUND"})
    @Operation(
            operationId = "listPrintableNotifications",
            summary = "List what is to be handed over or read out in a group",
            description =
                    "Notifications of families without a number, and those that could not be sent.")
    @Succeeds(status = 200, meaning = "The list, up to 500 notifications")
    public Printable printable(
            @QueryParam("group")
                    @CodeForm(GroupCode.FORM)
                    @Parameter(required = true, example = "17.71.08.1001-01")
                    String group) {
        if (group == null) {
            throw RequestErrors.refused("GROUP_CODE_INVALID", "group", "PP.KK.CC.VVVV-NN");
        }
        return queries.printable(group, Disclosure.masked(caller));
    }

    @POST
    @Path("/printed")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"NOTIFICATION_IDS_INVALID"})
    @Operation(
            operationId = "markNotificationsPrinted",
            summary = "Mark up to 1,000 notifications as printed")
    @Succeeds(status = 200, meaning = "The outcome of each notification")
    public Outcomes printed(Printed request) {
        if (request == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        return handOver.printed(request.notificationIds());
    }

    @POST
    @Path("/{id}/acknowledgement")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"NOTIFICATION_CLOSED", "NOTIFICATION_NOT_YOURS"})
    @Operation(
            operationId = "acknowledgeNotification",
            summary = "Acknowledge a notification",
            description =
                    "By its receiver; for a family or a chair by the person who handed it over.")
    @Succeeds(status = 200, meaning = "The notification, which is acknowledged")
    public NotificationView acknowledge(@PathParam("id") UUID id) {
        return handOver.acknowledge(id);
    }

    private static ReceiverRole role(String code) {
        return ReceiverRole.of(code)
                .orElseThrow(
                        () ->
                                RequestErrors.refused(
                                        "RECEIVER_ROLE_UNKNOWN",
                                        "receiver_role",
                                        ReceiverRole.KNOWN));
    }

    private static NotificationState state(String code) {
        return NotificationState.of(code)
                .orElseThrow(
                        () ->
                                RequestErrors.refused(
                                        "NOTIFICATION_STATE_UNKNOWN",
                                        "state",
                                        NotificationState.KNOWN));
    }
}
