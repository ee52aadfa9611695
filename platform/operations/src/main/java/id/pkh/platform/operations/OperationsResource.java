package id.pkh.platform.operations;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.outbox.OutboxBacklog;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The backlog of the outbox and the audit of operators' actions. */
@Path("/api/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations", description = "Parked events, redrive, jobs and the outbox")
public class OperationsResource {

    private final OutboxBacklog backlog;
    private final ActionLog actions;
    private final MessagingConfig config;

    OperationsResource(OutboxBacklog backlog, ActionLog actions, MessagingConfig config) {
        this.backlog = backlog;
        this.actions = actions;
        this.config = config;
    }

    @Schema(name = "OutboxBacklog")
    public record OutboxView(String service, long pendingRows, long oldestAgeSeconds) {}

    @GET
    @Path("outbox")
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(operationId = "getOutboxBacklog", summary = "The backlog of the outbox")
    public OutboxView outbox() {
        OutboxBacklog.Pending pending = backlog.pending();
        return new OutboxView(config.service(), pending.rows(), pending.oldestAgeSeconds());
    }

    @GET
    @Path("actions")
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(
            operationId = "listOperatorActions",
            summary = "What operators did to parked events and jobs, the latest first")
    public Page<ActionLog.ActionView> actions(@BeanParam PageParams page) {
        return actions.list(page);
    }
}
