package id.pkh.console.parked;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.Credentials;
import id.pkh.console.call.Gap;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceCalls;
import id.pkh.console.call.ServiceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the parked events of all services, page by page. */
@ApplicationScoped
class ParkedLists {

    private final ServiceCalls calls;

    ParkedLists(ServiceCalls calls) {
        this.calls = calls;
    }

    /** Reads the services one after another; a service without a response is named and skipped. */
    ParkedPage page(ParkedFilter filter, ParkedPosition from, int limit, Credentials who) {
        List<ParkedEvent> events = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (ServiceName service : filter.services()) {
            if (service.compareTo(from.service()) < 0) {
                continue;
            }
            if (events.size() == limit) {
                return new ParkedPage(events, new ParkedPosition(service, "").text(), gaps);
            }
            String after = service == from.service() ? from.after() : "";
            Reply reply =
                    calls.get(service, filter.listPath(limit - events.size(), after), who).join();
            if (!reply.isOk()) {
                Gap.in(reply).ifPresent(gaps::add);
                continue;
            }
            JsonNode page = reply.json();
            page.path("items").forEach(item -> events.add(ParkedEvent.of(service, item)));
            if (page.path("next").isTextual()) {
                String next = new ParkedPosition(service, page.path("next").asText()).text();
                return new ParkedPage(events, next, gaps);
            }
        }
        return new ParkedPage(events, null, gaps);
    }

    /**
     * Counts the parked events by service, reason, topic and type; the most frequent kind comes
     * first.
     */
    List<ParkedCount> counts(Credentials who) {
        List<ParkedCount> counts = new ArrayList<>();
        for (Reply reply :
                calls.everywhere(s -> calls.get(s, "/api/v1/operations/parked-counts", who))) {
            if (reply.isOk()) {
                reply.json().forEach(l -> counts.add(ParkedCount.of(reply.service(), l)));
            }
        }
        counts.sort(Comparator.comparing(ParkedCount::events).reversed());
        return counts;
    }
}
