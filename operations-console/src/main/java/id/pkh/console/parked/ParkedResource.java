package id.pkh.console.parked;

import id.pkh.console.Access;
import id.pkh.console.ConsoleConfig;
import id.pkh.console.call.Gap;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceCalls;
import id.pkh.console.call.ServiceName;
import id.pkh.console.page.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows parked events. */
@Path("/parked")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Access.OPERATIONS, Access.AUDITOR})
@Blocking
public class ParkedResource {

    private static final int SHOWN_RUNS = 8;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance parked(
                ParkedFilter filter,
                ParkedPage list,
                List<ParkedCount> counts,
                List<RedriveStatus> runs,
                List<ServiceName> services,
                boolean nothingTicked);

        static native TemplateInstance parkedEvent(ParkedDetail detail, String problem);

        static native TemplateInstance missing(List<Gap> gaps, ServiceName service);
    }

    private final ParkedLists lists;
    private final Redrives redrives;
    private final ServiceCalls calls;
    private final Frames frames;
    private final ConsoleConfig config;

    ParkedResource(
            ParkedLists lists,
            Redrives redrives,
            ServiceCalls calls,
            Frames frames,
            ConsoleConfig config) {
        this.lists = lists;
        this.redrives = redrives;
        this.calls = calls;
        this.frames = frames;
        this.config = config;
    }

    @GET
    public TemplateInstance list(
            @BeanParam ParkedFilterParams params,
            @RestQuery String after,
            @RestQuery String nothing) {
        ParkedFilter filter = params.filter();
        return frames.show(
                "parked",
                Templates.parked(
                        filter,
                        lists.page(
                                filter,
                                ParkedPosition.of(after),
                                config.pageItems(),
                                frames.credentials()),
                        lists.counts(frames.credentials()),
                        redrives.latest(SHOWN_RUNS, frames.credentials()),
                        Arrays.asList(ServiceName.values()),
                        nothing != null));
    }

    @GET
    @Path("{service}/{id}")
    public TemplateInstance one(
            @RestPath String service, @RestPath long id, @RestQuery String problem) {
        ServiceName name = ServiceName.of(service).orElseThrow(NotFoundException::new);
        Reply reply =
                calls.get(name, "/api/v1/operations/parked-events/" + id, frames.credentials())
                        .join();
        if (reply.status() == 404) {
            throw new NotFoundException();
        }
        return frames.show(
                "parked",
                reply.isOk()
                        ? Templates.parkedEvent(
                                ParkedDetail.of(name, reply.json()), problem == null ? "" : problem)
                        : Templates.missing(Gap.in(reply).stream().toList(), name));
    }
}
