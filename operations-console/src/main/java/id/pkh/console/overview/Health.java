package id.pkh.console.overview;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The content of {@code /q/health/ready} of a service.
 *
 * @param database null when the service does not state it
 * @param failing names of the checks that are down
 */
record Health(State state, Boolean database, List<String> failing) {

    enum State {
        READY,
        NOT_READY,
        UNREACHABLE
    }

    static Health of(Reply reply) {
        if (!reply.isAnswered()) {
            return new Health(State.UNREACHABLE, null, List.of());
        }
        Boolean database = null;
        List<String> failing = new ArrayList<>();
        for (JsonNode check : reply.json().path("checks")) {
            boolean up = check.path("status").asText().equals("UP");
            String name = check.path("name").asText();
            if (name.toLowerCase(Locale.ROOT).contains("database")) {
                database = up;
            }
            if (!up) {
                failing.add(name);
            }
        }
        return new Health(reply.isOk() ? State.READY : State.NOT_READY, database, failing);
    }

    public boolean isReady() {
        return state == State.READY;
    }

    public boolean isReachable() {
        return state != State.UNREACHABLE;
    }
}
