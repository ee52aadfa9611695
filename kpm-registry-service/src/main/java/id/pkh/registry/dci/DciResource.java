package id.pkh.registry.dci;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.registry.dci.domain.DciError;
import id.pkh.registry.dci.domain.DciRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The interface of the Digital Convergence Initiative. Its own documents describe it (docs/dci.md),
 * so the API description of this service does not, and its refusals have the form of the standard.
 */
@Path("/dci/{registry: social|ibr}/registry")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EXTERNAL_SYSTEM)
public class DciResource {

    private static final String SEARCH = "search";
    private static final String TXN_STATUS = "txn-status";
    private static final String UPDATES = "sync/enrollment/updates";

    private final ReadEnvelope readEnvelope;
    private final ReceiveMessage receiveMessage;
    private final AnswerSearch answerSearch;
    private final AnswerTxnStatus answerTxnStatus;
    private final AnswerSubscribe answerSubscribe;
    private final AnswerUnsubscribe answerUnsubscribe;
    private final AnswerEnrolled answerEnrolled;
    private final AnswerEnrolmentUpdates answerEnrolmentUpdates;
    private final Answers answers;
    private final Caller caller;

    DciResource(
            ReadEnvelope readEnvelope,
            ReceiveMessage receiveMessage,
            AnswerSearch answerSearch,
            AnswerTxnStatus answerTxnStatus,
            AnswerSubscribe answerSubscribe,
            AnswerUnsubscribe answerUnsubscribe,
            AnswerEnrolled answerEnrolled,
            AnswerEnrolmentUpdates answerEnrolmentUpdates,
            Answers answers,
            Caller caller) {
        this.readEnvelope = readEnvelope;
        this.receiveMessage = receiveMessage;
        this.answerSearch = answerSearch;
        this.answerTxnStatus = answerTxnStatus;
        this.answerSubscribe = answerSubscribe;
        this.answerUnsubscribe = answerUnsubscribe;
        this.answerEnrolled = answerEnrolled;
        this.answerEnrolmentUpdates = answerEnrolmentUpdates;
        this.answers = answers;
        this.caller = caller;
    }

    /** What every operation is called with. */
    public static class Call {

        @PathParam("registry")
        String registry;

        @Context HttpHeaders headers;
    }

    @POST
    @Path("sync/search")
    @Operation(hidden = true)
    public Response searchNow(@BeanParam Call call, byte[] body) {
        return answered(
                call,
                registry -> {
                    Envelope asked = readEnvelope.handle(registry, "sync/search", SEARCH, body);
                    return receiveMessage.now(asked, id -> answerSearch.handle(asked, id));
                });
    }

    @POST
    @Path("search")
    @Operation(hidden = true)
    public Response search(@BeanParam Call call, byte[] body) {
        return answered(
                call,
                registry -> {
                    Envelope asked = readEnvelope.handle(registry, "search", SEARCH, body);
                    return receiveMessage.later(
                            asked, "/on-search", id -> answerSearch.handle(asked, id));
                });
    }

    @POST
    @Path("sync/txn/status")
    @Operation(hidden = true)
    public Response statusNow(@BeanParam Call call, byte[] body) {
        return answered(
                call,
                registry -> {
                    Envelope asked =
                            readEnvelope.handle(registry, "sync/txn/status", TXN_STATUS, body);
                    return receiveMessage.now(asked, id -> answerTxnStatus.handle(asked, id));
                });
    }

    @POST
    @Path("txn/status")
    @Operation(hidden = true)
    public Response status(@BeanParam Call call, byte[] body) {
        return answered(
                call,
                registry -> {
                    Envelope asked = readEnvelope.handle(registry, "txn/status", TXN_STATUS, body);
                    return receiveMessage.later(
                            asked, "/txn/on-status", id -> answerTxnStatus.handle(asked, id));
                });
    }

    @POST
    @Path("subscribe")
    @Operation(hidden = true)
    public Response subscribe(@BeanParam Call call, byte[] body) {
        return answered(
                call,
                registry -> {
                    Envelope asked = readEnvelope.handle(registry, "subscribe", "subscribe", body);
                    return receiveMessage.later(
                            asked,
                            "/on-subscribe",
                            (id, url) -> answerSubscribe.handle(asked, url, id));
                });
    }

    @POST
    @Path("unsubscribe")
    @Operation(hidden = true)
    public Response unsubscribe(@BeanParam Call call, byte[] body) {
        return answered(
                call,
                registry -> {
                    Envelope asked =
                            readEnvelope.handle(registry, "unsubscribe", "unsubscribe", body);
                    return receiveMessage.later(
                            asked, "/on-unsubscribe", id -> answerUnsubscribe.handle(asked, id));
                });
    }

    @POST
    @Path("sync/enrolled")
    @Operation(hidden = true)
    public Response enrolled(@BeanParam Call call, byte[] body) {
        return answered(
                call,
                registry -> {
                    requireIbr(registry);
                    Envelope asked = readEnvelope.handle(registry, "sync/enrolled", SEARCH, body);
                    return receiveMessage.now(asked, id -> answerEnrolled.handle(asked, id));
                });
    }

    /** Whom other programmes have enrolled; nobody enters this one by it. */
    @POST
    @Path(UPDATES)
    @Operation(hidden = true)
    public Response enrolmentUpdates(@BeanParam Call call, byte[] body) {
        return answered(
                call,
                registry -> {
                    requireIbr(registry);
                    answerEnrolmentUpdates.requireScope();
                    Envelope asked = readEnvelope.updates(registry, UPDATES, body);
                    return receiveMessage.now(
                            asked, id -> answerEnrolmentUpdates.handle(asked, id));
                });
    }

    /** Answers of the one registry or the other. */
    @FunctionalInterface
    private interface Work {
        String in(DciRegistry registry);
    }

    private static void requireIbr(DciRegistry registry) {
        if (registry != DciRegistry.IBR) {
            throw new DciRefused(DciError.NOT_FOUND, "this registry has no such operation");
        }
    }

    private Response answered(Call call, Work work) {
        try {
            return Response.ok(work.in(permitted(call))).build();
        } catch (DciRefused refused) {
            return Response.status(refused.error().status())
                    .entity(answers.refusal(refused.error(), refused.getMessage()))
                    .build();
        }
    }

    private DciRegistry permitted(Call call) {
        DciRegistry registry = DciRegistry.ofSegment(call.registry).orElseThrow();
        if (!caller.hasScope(registry.scope())) {
            throw new DciRefused(
                    DciError.FORBIDDEN, "the token needs the scope " + registry.scope());
        }
        if (call.headers.getMediaType() == null) {
            throw new NotSupportedException();
        }
        return registry;
    }
}
