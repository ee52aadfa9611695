package id.pkh.platform.files;

import id.pkh.platform.files.ProgressListeners.Place;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What {@link ImportsResource} answers about one file, again and again until it is finished. Each
 * event is the whole state, so whoever connects again has missed nothing. Between two events
 * nothing waits but a timer, and each state is read as the listener may see it then.
 */
@Path("/api/v1/imports")
@RolesAllowed({RoleSets.FIELD_STAFF, Roles.AUDITOR})
@Tag(name = "Imports")
public class ProgressResource {

    private static final String PROGRESS = "progress";
    private static final String END = "end";

    private final ReceivedFiles files;
    private final ProgressListeners listeners;
    private final FilesConfig.Progress config;
    private final Caller caller;

    @Context Sse sse;

    ProgressResource(
            ReceivedFiles files, ProgressListeners listeners, FilesConfig config, Caller caller) {
        this.files = files;
        this.listeners = listeners;
        this.config = config.progress();
        this.caller = caller;
    }

    @GET
    @Path("/{id}/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Refuses(FileRefusals.PROGRESS_LISTENERS_TOO_MANY)
    @Operation(
            operationId = "followReceivedFile",
            summary = "How far a received file is, as server-sent events",
            description =
                    "An event `progress` about every second with what the file itself is answered with, and an event `end` when"
                            + " it is finished; then the stream ends. It also ends with the caller's token, and after a time"
                            + " that operators set: connect again, and the first event is the present state.")
    @APIResponse(
            responseCode = "200",
            description = "Events until the file is finished",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Multi<OutboundSseEvent> follow(@PathParam("id") UUID id) {
        Viewer viewer = Viewer.of(caller);
        if (find(id, viewer).isEmpty()) {
            throw Refused.because("NOT_FOUND");
        }
        Place place = listeners.take(caller.tokenEnds().orElse(null));
        return Multi.createBy()
                .repeating()
                .uni(() -> read(id, viewer))
                .withDelay(config.every())
                .whilst(found -> found.filter(FileReceipt::isInProgress).isPresent())
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .map(this::event)
                .select()
                .first(place.time())
                .onTermination()
                .invoke(() -> listeners.leave(place));
    }

    private Uni<Optional<FileReceipt>> read(UUID id, Viewer viewer) {
        return Uni.createFrom()
                .item(() -> find(id, viewer))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Optional<FileReceipt> find(UUID id, Viewer viewer) {
        return QuarkusTransaction.requiringNew().call(() -> files.find(id, viewer));
    }

    private OutboundSseEvent event(FileReceipt receipt) {
        return sse.newEventBuilder()
                .name(receipt.isInProgress() ? PROGRESS : END)
                .id(receipt.counts().read + "-" + receipt.status())
                .reconnectDelay(config.every().toMillis())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(ImportView.class, ImportView.of(receipt))
                .build();
    }
}
