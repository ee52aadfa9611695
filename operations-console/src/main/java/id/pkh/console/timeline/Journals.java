package id.pkh.console.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.Credentials;
import id.pkh.console.call.Gap;
import id.pkh.console.call.Query;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceCalls;
import id.pkh.console.call.ServiceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the journals of the services and merges them. */
@ApplicationScoped
class Journals {

    private static final String PATH = "/api/v1/operations/journal";
    private static final int MAX_EVENTS = 500;

    /**
     * The events that were found.
     *
     * @param gaps services that are missing in it
     * @param cut a service has more events than are shown
     */
    record Found(List<JournalEvent> events, List<Gap> gaps, boolean cut) {

        boolean isEmpty() {
            return events.isEmpty();
        }
    }

    private final ServiceCalls calls;

    Journals(ServiceCalls calls) {
        this.calls = calls;
    }

    /** Searches every service by {@code event}, {@code correlation} or {@code key}. */
    Found find(String mark, String value, Credentials who) {
        String path = new Query().with(mark, value).with("limit", MAX_EVENTS).on(PATH);
        return together(calls.everywhere(service -> calls.get(service, path, who)));
    }

    /**
     * Events of the group with that code; empty when the meeting service does not know the code.
     */
    Optional<Found> ofGroup(FamilyTimeline.Group group, Credentials who) {
        String groups =
                new Query()
                        .with("village", group.village())
                        .with("limit", MAX_EVENTS)
                        .on("/api/v1/groups");
        Reply reply = calls.get(ServiceName.MEETING, groups, who).join();
        for (JsonNode found : reply.json().path("items")) {
            if (found.path("group_code").asText().equals(group.code())) {
                String path =
                        new Query()
                                .with("key", found.path("group_id").asText())
                                .with("limit", MAX_EVENTS)
                                .on(PATH);
                return Optional.of(
                        together(List.of(calls.get(ServiceName.MEETING, path, who).join())));
            }
        }
        return Optional.empty();
    }

    private static Found together(List<Reply> replies) {
        List<JournalEvent> events = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        boolean cut = false;
        for (Reply reply : replies) {
            if (!reply.isOk()) {
                if (reply.status() != 400) { // the criterion cannot match any event
                    Gap.in(reply).ifPresent(gaps::add);
                }
                continue;
            }
            JsonNode page = reply.json();
            page.path("items").forEach(item -> events.add(JournalEvent.of(reply.service(), item)));
            cut |= page.path("next").isTextual();
        }
        return new Found(events, gaps, cut);
    }
}
