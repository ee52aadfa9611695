package id.pkh.console.parked;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.pkh.console.Access;
import id.pkh.console.call.Query;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceCalls;
import id.pkh.console.call.ServiceName;
import id.pkh.console.page.Frames;
import id.pkh.console.parked.RedriveStatus.RedriveRef;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Redrives and discards parked events; the services do and record all of it. */
@Path("/parked")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RepairResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance confirm(ParkedFilter filter, List<Redrives.Rehearsal> parts);

        static native TemplateInstance run(RedriveProgress run);

        static native TemplateInstance runPanel(RedriveProgress run);
    }

    private final Redrives redrives;
    private final ServiceCalls calls;
    private final Frames frames;

    RepairResource(Redrives redrives, ServiceCalls calls, Frames frames) {
        this.redrives = redrives;
        this.calls = calls;
        this.frames = frames;
    }

    /** The number of events that a redrive of all matching events would try. */
    @GET
    @Path("redrive")
    @RolesAllowed(Access.OPERATIONS)
    public TemplateInstance confirm(@BeanParam ParkedFilterParams params) {
        ParkedFilter filter = params.filter();
        return frames.show(
                "parked",
                Templates.confirm(
                        filter,
                        filter.mayBeRedrivenAsAWhole()
                                ? redrives.rehearse(filter, frames.credentials())
                                : List.of()));
    }

    @POST
    @Path("redrives")
    @RolesAllowed(Access.OPERATIONS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response redriveSelected(@RestForm("event") List<String> events) {
        if (events == null || Redrives.idsByService(events).isEmpty()) {
            return Response.seeOther(URI.create("/parked?nothing=ticked")).build();
        }
        return toRun(redrives.ofSelected(events, frames.credentials()));
    }

    @POST
    @Path("redrives/all")
    @RolesAllowed(Access.OPERATIONS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response redriveAll(
            @RestForm String service,
            @RestForm String topic,
            @RestForm String key,
            @RestForm String type,
            @RestForm String reason) {
        ParkedFilter filter = new ParkedFilter(service, topic, key, type, reason, null);
        if (!filter.mayBeRedrivenAsAWhole()) {
            return Response.seeOther(URI.create("/parked/redrive")).build();
        }
        return toRun(redrives.ofAll(filter, frames.credentials()));
    }

    @GET
    @Path("redrives")
    @RolesAllowed({Access.OPERATIONS, Access.AUDITOR})
    public TemplateInstance run(@RestQuery List<String> of) {
        return frames.show("parked", Templates.run(progress(of)));
    }

    @GET
    @Path("redrives/panel")
    @RolesAllowed({Access.OPERATIONS, Access.AUDITOR})
    public TemplateInstance runPanel(@RestQuery List<String> of) {
        return frames.show("parked", Templates.runPanel(progress(of)));
    }

    @POST
    @Path("redrives/stop")
    @RolesAllowed(Access.OPERATIONS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop(@RestForm("of") List<String> of) {
        List<RedriveRef> refs = refs(of);
        redrives.stop(refs, frames.credentials());
        return toRun(refs.stream().map(RedriveRef::text).toList());
    }

    @POST
    @Path("{service}/{id}/discard")
    @RolesAllowed(Access.OPERATIONS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@RestPath String service, @RestPath long id, @RestForm String because) {
        ServiceName name = ServiceName.of(service).orElseThrow(NotFoundException::new);
        Reply reply =
                calls.post(
                                name,
                                "/api/v1/operations/parked-events/" + id + "/discard",
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("reason", because == null ? "" : because.strip())
                                        .toString(),
                                frames.credentials())
                        .join();
        String problem = reply.isOk() ? "" : reply.isAnswered() ? reply.code() : "SILENT";
        return Response.seeOther(
                        URI.create(
                                new Query()
                                        .with("problem", problem)
                                        .on("/parked/" + name.text() + "/" + id)))
                .build();
    }

    private RedriveProgress progress(List<String> of) {
        return redrives.find(refs(of), frames.credentials());
    }

    private static List<RedriveRef> refs(List<String> of) {
        List<RedriveRef> refs =
                of == null
                        ? List.of()
                        : of.stream().flatMap(t -> RedriveRef.of(t).stream()).toList();
        if (refs.isEmpty()) {
            throw new NotFoundException();
        }
        return refs;
    }

    private static Response toRun(RedriveProgress asked) {
        return toRun(asked.parts().stream().map(RedriveStatus::ref).toList());
    }

    private static Response toRun(List<String> refs) {
        return Response.seeOther(URI.create("/parked/redrives?" + RedriveProgress.query(refs)))
                .build();
    }
}
