package id.pkh.console.figures;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.Credentials;
import id.pkh.console.call.Query;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceCalls;
import id.pkh.console.call.ServiceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a paged list of a service to its end, or to a limit. */
@ApplicationScoped
class WholeLists {

    private static final int MAX_PAGES = 20;
    private static final int PAGE_ITEMS = 500;

    /**
     * The rows that were read.
     *
     * @param problem code of the refusal, {@code SILENT} without a response, or empty
     * @param cut whether there are more rows
     */
    record Read(List<JsonNode> items, String problem, boolean cut) {}

    private final ServiceCalls calls;

    WholeLists(ServiceCalls calls) {
        this.calls = calls;
    }

    Read read(ServiceName service, String path, Map<String, String> filter, Credentials who) {
        List<JsonNode> items = new ArrayList<>();
        String after = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            Query query = new Query();
            filter.forEach(query::with);
            Reply reply =
                    calls.get(
                                    service,
                                    query.with("limit", PAGE_ITEMS).with("after", after).on(path),
                                    who)
                            .join();
            if (!reply.isOk()) {
                return new Read(items, reply.isAnswered() ? reply.code() : "SILENT", false);
            }
            JsonNode answer = reply.json();
            answer.path("items").forEach(items::add);
            if (!answer.path("next").isTextual()) {
                return new Read(items, "", false);
            }
            after = answer.path("next").asText();
        }
        return new Read(items, "", true);
    }
}
