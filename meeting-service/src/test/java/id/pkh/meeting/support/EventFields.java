package id.pkh.meeting.support;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.testsupport.events.PublishedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What this service's events state, as the tests compare it. */
public final class EventFields {

    private EventFields() {}

    /** The mark of a family on the attendance list of an event; null when it is not on the list. */
    public static String markOf(PublishedEvent event, UUID kpmId) {
        for (JsonNode each : event.payload().get("attendance")) {
            if (each.get("kpm_id").asText().equals(kpmId.toString())) {
                return each.get("mark").asText();
            }
        }
        return null;
    }

    /** The months running of each group, in the order of the event. */
    public static List<Integer> monthsRunning(PublishedEvent event) {
        List<Integer> running = new ArrayList<>();
        event.payload()
                .get("groups")
                .forEach(group -> running.add(group.get("months_running").asInt()));
        return running;
    }
}
