package id.pkh.district.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Finds families, subscribes, and asks for what it missed. */
public final class OutsideSystem {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI registry;
    private final Supplier<String> token;

    /**
     * @param token a token of the role EXTERNAL_SYSTEM
     */
    public OutsideSystem(URI registry, Supplier<String> token) {
        this.registry = registry;
        this.token = token;
    }

    /** A subscription as it was registered. */
    public record Subscription(String id, String state, String secret) {}

    /** The ids of the families of a number; none also when the family is elsewhere. */
    public List<String> familiesOf(String nik, String purpose) {
        ObjectNode body = JSON.createObjectNode().put("nik", nik).put("purpose", purpose);
        JsonNode items = post("/api/v1/look-ups", body.toString(), OK).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("kpm_id").asText())
                .toList();
    }

    public Subscription subscribe(URI receiver, List<String> eventTypes, String area) {
        ObjectNode body =
                JSON.createObjectNode().put("url", receiver.toString()).put("area_code", area);
        eventTypes.forEach(body.putArray("event_types")::add);
        JsonNode created = post("/api/v1/webhooks", body.toString(), CREATED);
        return new Subscription(
                created.at("/webhook/webhook_id").asText(),
                created.at("/webhook/state").asText(),
                created.path("secret").asText());
    }

    /** Sends an event to the receiver as a try. Returns what became of it. */
    public String tryOut(Subscription subscription) {
        return post("/api/v1/webhooks/" + subscription.id() + "/attempts", "{}", OK)
                .path("outcome")
                .asText();
    }

    public String stateOf(Subscription subscription) {
        return get("/api/v1/webhooks/" + subscription.id()).path("state").asText();
    }

    public String end(Subscription subscription) {
        return post("/api/v1/webhooks/" + subscription.id() + "/withdrawal", "", OK)
                .path("state")
                .asText();
    }

    /** A place in the feed, and the events that were read on the way to it. */
    public record Read(List<OutsideEvent> events, String next) {}

    /**
     * Reads the feed to its present end.
     *
     * @param after {@code next} of the last read; null for the beginning
     */
    public Read read(String eventType, String area, String after) {
        List<OutsideEvent> events = new ArrayList<>();
        String next = after;
        while (true) {
            JsonNode page =
                    get(
                            "/api/v1/feed?limit=500&type="
                                    + encoded(eventType)
                                    + "&area="
                                    + encoded(area)
                                    + (next == null ? "" : "&after=" + encoded(next)));
            page.path("items").forEach(item -> events.add(OutsideEvent.of(item.path("event"))));
            String last = next;
            next = page.path("next").asText();
            // a page may be empty before the end
            if (page.path("items").isEmpty() && next.equals(last)) {
                return new Read(events, next);
            }
        }
    }

    /**
     * Sends a message of the standard interface, and returns its answer.
     *
     * @param path such as {@code /dci/ibr/registry/sync/search}
     */
    public JsonNode message(String path, String message) {
        return post(path, message, OK);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private JsonNode get(String path) {
        return sent(request(path).GET(), OK);
    }

    private JsonNode post(String path, String body, int expected) {
        return sent(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                expected);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(registry.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get());
    }

    private JsonNode sent(HttpRequest.Builder request, int expected) {
        HttpRequest asked = request.build();
        String call = asked.method() + ' ' + asked.uri().getPath();
        try {
            HttpResponse<String> answer = http.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new OutsideFailure(
                        call + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new OutsideFailure("no answer to " + call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure("interrupted", e);
        }
    }
}
