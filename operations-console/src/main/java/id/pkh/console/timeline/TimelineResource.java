package id.pkh.console.timeline;

import id.pkh.console.Access;
import id.pkh.console.call.Credentials;
import id.pkh.console.call.Gap;
import id.pkh.console.page.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;

/** Follows one family, or the events of one request, through the services. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Access.OPERATIONS, Access.AUDITOR})
@Blocking
public class TimelineResource {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance timeline(
                String key, List<FamilyTimeline.Entry> entries, List<Gap> gaps, boolean cut);

        static native TemplateInstance chain(
                String asked, String event, List<Chain.Link> links, List<Gap> gaps, boolean cut);
    }

    private final Journals journals;
    private final Frames frames;

    TimelineResource(Journals journals, Frames frames) {
        this.journals = journals;
        this.frames = frames;
    }

    @GET
    @Path("timeline")
    public TemplateInstance timeline(@RestQuery String key) {
        String family = trimmed(key);
        if (family.isEmpty()) {
            return shown("timeline", Templates.timeline("", List.of(), List.of(), false));
        }
        Credentials who = frames.credentials();
        Journals.Found own = journals.find("key", family, who);
        Optional<Journals.Found> ofGroup =
                FamilyTimeline.group(own.events()).flatMap(g -> journals.ofGroup(g, who));
        List<Gap> gaps = new ArrayList<>(own.gaps());
        ofGroup.ifPresent(found -> gaps.addAll(found.gaps()));
        return shown(
                "timeline",
                Templates.timeline(
                        family,
                        FamilyTimeline.of(
                                family,
                                own.events(),
                                ofGroup.map(Journals.Found::events).orElse(List.of())),
                        gaps.stream().distinct().toList(),
                        own.cut() || ofGroup.map(Journals.Found::cut).orElse(false)));
    }

    /** By correlation id, or by one of its events. */
    @GET
    @Path("chain")
    public TemplateInstance chain(@RestQuery String correlation, @RestQuery String event) {
        String act = trimmed(correlation);
        String one = trimmed(event);
        Credentials who = frames.credentials();
        Journals.Found found = new Journals.Found(List.of(), List.of(), false);
        if (act.isEmpty() && UUID.matcher(one).matches()) {
            found = journals.find("event", one, who);
            act = found.events().stream().findFirst().map(e -> e.correlationId()).orElse("");
        }
        if (!act.isEmpty()) {
            found = journals.find("correlation", act, who);
        }
        return shown(
                "chain",
                Templates.chain(
                        act.isEmpty() ? one : act,
                        one,
                        Chain.of(found.events()),
                        found.gaps(),
                        found.cut()));
    }

    private TemplateInstance shown(String section, TemplateInstance page) {
        return frames.show(section, page);
    }

    private static String trimmed(String text) {
        return text == null ? "" : text.strip();
    }
}
