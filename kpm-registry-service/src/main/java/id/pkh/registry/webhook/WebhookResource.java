package id.pkh.registry.webhook;

import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.webhook.WebhookViews.AttemptView;
import id.pkh.registry.webhook.WebhookViews.SecretView;
import id.pkh.registry.webhook.WebhookViews.WebhookView;
import id.pkh.registry.webhook.domain.WebhookState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Subscriptions of other systems to events. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookResource {

    private final CreateWebhook createWebhook;
    private final MoveWebhook moveWebhook;
    private final TryWebhook tryWebhook;
    private final WebhookQueries queries;

    WebhookResource(
            CreateWebhook createWebhook,
            MoveWebhook moveWebhook,
            TryWebhook tryWebhook,
            WebhookQueries queries) {
        this.createWebhook = createWebhook;
        this.moveWebhook = moveWebhook;
        this.tryWebhook = tryWebhook;
        this.queries = queries;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EXTERNAL_SYSTEM)
    @Refuses({
        "AREA_UNKNOWN",
        "EVENT_TYPE_UNKNOWN",
        "WEBHOOK_AREA_REQUIRED",
        "WEBHOOK_URL_INVALID",
        "WEBHOOK_URL_TAKEN"
    })
    @Operation(
            operationId = "createWebhook",
            summary = "Subscribe to events, which are then sent to an address of yours",
            description =
                    "Nothing is sent until an officer of the ministry has approved it. Requests are"
                            + " signed as Standard Webhooks describes; the secret is shown this"
                            + " once.")
    @Succeeds(status = 201, meaning = "The subscription, which waits for an officer")
    public RestResponse<SecretView> create(@NotNull @Valid CreateWebhookRequest request) {
        SecretView created = createWebhook.handle(request);
        return ResponseBuilder.<SecretView>created(
                        URI.create("/api/v1/webhooks/" + created.webhook().webhookId()))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.EXTERNAL_SYSTEM, Roles.MINISTRY_OFFICER, Roles.AUDITOR})
    @Refuses({"WEBHOOK_STATE_UNKNOWN"})
    @Operation(
            operationId = "listWebhooks",
            summary = "List subscriptions of your areas; a system sees its own")
    @Succeeds(status = 200, meaning = "A page of subscriptions, the oldest first")
    public Page<WebhookView> list(
            @QueryParam("state")
                    @CodeForm(CodeForm.UPPER)
                    @Parameter(schema = @Schema(implementation = WebhookState.class))
                    String state,
            @BeanParam PageParams page) {
        return queries.list(known(state), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.EXTERNAL_SYSTEM, Roles.MINISTRY_OFFICER, Roles.AUDITOR})
    @Operation(operationId = "getWebhook", summary = "Show one subscription")
    @Succeeds(status = 200, meaning = "The subscription")
    public WebhookView one(@PathParam("id") UUID id) {
        return queries.one(id);
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({"WEBHOOK_SAME_PERSON", "WEBHOOK_STATE_DIFFERS"})
    @Operation(
            operationId = "approveWebhook",
            summary = "Approve that events are sent to this address",
            description =
                    "Address, events and area cannot change any more. It begins with the next event.")
    @Succeeds(status = 200, meaning = "The subscription, which is active")
    public WebhookView approve(@PathParam("id") UUID id) {
        return moveWebhook.approve(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.EXTERNAL_SYSTEM, Roles.MINISTRY_OFFICER})
    @Refuses({"WEBHOOK_STATE_DIFFERS"})
    @Operation(
            operationId = "withdrawWebhook",
            summary = "End a subscription, or refuse one that waits",
            description = "It cannot be resumed. Its attempts stay visible for a while.")
    @Succeeds(status = 200, meaning = "The subscription, which is withdrawn")
    public WebhookView withdraw(@PathParam("id") UUID id) {
        return moveWebhook.withdraw(id);
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed(Roles.EXTERNAL_SYSTEM)
    @Refuses({"WEBHOOK_STATE_DIFFERS"})
    @Operation(operationId = "pauseWebhook", summary = "Pause your subscription")
    @Succeeds(status = 200, meaning = "The subscription, which is paused")
    public WebhookView pause(@PathParam("id") UUID id) {
        return moveWebhook.pause(id);
    }

    @POST
    @Path("/{id}/resumption")
    @RolesAllowed(Roles.EXTERNAL_SYSTEM)
    @Refuses({"WEBHOOK_STATE_DIFFERS"})
    @Operation(
            operationId = "resumeWebhook",
            summary = "Resume your subscription after a pause, or after it was disabled",
            description = "It goes on where it stopped; no event is lost while it is kept.")
    @Succeeds(status = 200, meaning = "The subscription, which is active")
    public WebhookView resume(@PathParam("id") UUID id) {
        return moveWebhook.resume(id);
    }

    @POST
    @Path("/{id}/secrets")
    @RolesAllowed(Roles.EXTERNAL_SYSTEM)
    @Refuses({"WEBHOOK_STATE_DIFFERS"})
    @Operation(
            operationId = "renewWebhookSecret",
            summary = "Get another secret",
            description = "For 24 hours each request has two signatures, one by the former secret.")
    @Succeeds(status = 200, meaning = "The subscription with its new secret")
    public SecretView renewSecret(@PathParam("id") UUID id) {
        return createWebhook.renewSecret(id);
    }

    @POST
    @Path("/{id}/position")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EXTERNAL_SYSTEM)
    @Refuses({"FEED_POSITION_EXPIRED", "WEBHOOK_POSITION_UNKNOWN", "WEBHOOK_STATE_DIFFERS"})
    @Operation(
            operationId = "moveWebhook",
            summary = "Have events sent again from a position on, or pass over some")
    @Succeeds(status = 200, meaning = "The subscription, which goes on from there")
    public WebhookView moveTo(
            @PathParam("id") UUID id, @NotNull @Valid WebhookRequests.Position request) {
        return moveWebhook.moveTo(id, request.after());
    }

    @POST
    @Path("/{id}/attempts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EXTERNAL_SYSTEM)
    @Refuses({"WEBHOOK_POSITION_UNKNOWN", "WEBHOOK_STATE_DIFFERS"})
    @Operation(
            operationId = "tryWebhook",
            summary = "Send one event again, or a test event, at once",
            description =
                    "The answer says what the receiver answered. The position of the subscription"
                            + " stays as it is.")
    @Succeeds(status = 200, meaning = "What the attempt came to")
    public AttemptView attempt(
            @PathParam("id") UUID id, @NotNull @Valid WebhookRequests.Trial request) {
        return tryWebhook.handle(id, Optional.ofNullable(request.position()));
    }

    @GET
    @Path("/{id}/attempts")
    @RolesAllowed({Roles.EXTERNAL_SYSTEM, Roles.MINISTRY_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "listWebhookAttempts",
            summary = "List what was sent and what was answered, the newest first",
            description = "Failures one by one; successes of a minute together.")
    @Succeeds(status = 200, meaning = "A page of attempts")
    public Page<AttemptView> attempts(@PathParam("id") UUID id, @BeanParam PageParams page) {
        return queries.attempts(id, page);
    }

    private static String known(String state) {
        if (state != null
                && Stream.of(WebhookState.values()).noneMatch(one -> one.name().equals(state))) {
            throw Refused.because("WEBHOOK_STATE_UNKNOWN").with("state", state);
        }
        return state;
    }
}
