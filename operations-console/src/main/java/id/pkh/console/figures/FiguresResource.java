package id.pkh.console.figures;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.Access;
import id.pkh.console.call.Credentials;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows active warnings, and facilitators who held no meetings. */
@Path("/figures")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Access.OPERATIONS, Access.AUDITOR})
@Blocking
public class FiguresResource {

    private static final int MAX_VILLAGES = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance figures(
                String period,
                Bars byCause,
                Bars byVillage,
                List<Lapses.Facilitator> facilitators,
                WholeLists.Read warnings,
                WholeLists.Read lapses);
    }

    private final WholeLists lists;
    private final Frames frames;

    FiguresResource(WholeLists lists, Frames frames) {
        this.lists = lists;
        this.frames = frames;
    }

    @GET
    public TemplateInstance page(@RestQuery String period) {
        String asked = period == null ? "" : period.strip();
        String month = asked.matches("\\d{4}-\\d{2}") ? asked : "";
        Credentials who = frames.credentials();
        WholeLists.Read warnings =
                lists.read(
                        ServiceName.VERIFICATION,
                        "/api/v1/sanction-steps",
                        Map.of("step", "SUSPENSION_WARNING", "standing", "true", "period", asked),
                        who);
        WholeLists.Read lapses =
                lists.read(
                        ServiceName.MEETING,
                        "/api/v1/facilitator-lapses",
                        Map.of("month", month),
                        who);
        return frames.show(
                "figures",
                Templates.figures(
                        asked,
                        Bars.of(counted(warnings.items(), "cause"), MAX_VILLAGES),
                        Bars.of(counted(warnings.items(), "village_code"), MAX_VILLAGES),
                        Lapses.byFacilitator(lapses.items()),
                        warnings,
                        lapses));
    }

    static Map<String, Long> counted(List<JsonNode> items, String by) {
        return items.stream()
                .map(item -> item.path(by).asText("–"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
