package id.pkh.console.actions;

import id.pkh.console.Access;
import id.pkh.console.ConsoleConfig;
import id.pkh.console.call.Gap;
import id.pkh.console.call.Query;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceCalls;
import id.pkh.console.call.ServiceName;
import id.pkh.console.page.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows who redrove or discarded which events, for auditors and operators. */
@Path("/actions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Access.OPERATIONS, Access.AUDITOR})
@Blocking
public class ActionsResource {

    private static final String PATH = "/api/v1/operations/actions";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance actions(
                List<OperatorAction> actions,
                List<Gap> gaps,
                List<ServiceName> services,
                String service,
                String next);
    }

    private final ServiceCalls calls;
    private final Frames frames;
    private final ConsoleConfig config;

    ActionsResource(ServiceCalls calls, Frames frames, ConsoleConfig config) {
        this.calls = calls;
        this.frames = frames;
        this.config = config;
    }

    /** The latest actions of all services; for a single service also the earlier ones. */
    @GET
    public TemplateInstance page(@RestQuery String service, @RestQuery String after) {
        ServiceName one = ServiceName.of(service == null ? "" : service).orElse(null);
        String path =
                new Query()
                        .with("limit", config.pageItems())
                        .with("after", one == null ? null : after)
                        .on(PATH);
        List<Reply> replies =
                one == null
                        ? calls.everywhere(s -> calls.get(s, path, frames.credentials()))
                        : List.of(calls.get(one, path, frames.credentials()).join());
        List<OperatorAction> actions = new ArrayList<>();
        for (Reply reply : replies) {
            if (reply.isOk()) {
                reply.json()
                        .path("items")
                        .forEach(a -> actions.add(OperatorAction.of(reply.service(), a)));
            }
        }
        actions.sort(
                Comparator.comparing(
                                OperatorAction::doneAt, Comparator.nullsFirst(Instant::compareTo))
                        .reversed());
        return frames.show(
                "actions",
                Templates.actions(
                        actions.stream().limit(config.pageItems()).toList(),
                        replies.stream().flatMap(r -> Gap.in(r).stream()).toList(),
                        Arrays.asList(ServiceName.values()),
                        one == null ? "" : one.text(),
                        one == null ? "" : replies.get(0).json().path("next").asText("")));
    }
}
