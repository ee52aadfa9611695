package id.pkh.registry.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Puts events into the feed without a topic. */
@ApplicationScoped
public class FeedRows {

    private final Feed feed;

    FeedRows(Feed feed) {
        this.feed = feed;
    }

    /** Adds events of one village, one behind the other; returns their ids. */
    public List<String> add(String type, String village, int count) {
        List<FeedEvent> events =
                IntStream.range(0, count).mapToObj(i -> event(type, village)).toList();
        QuarkusTransaction.requiringNew().run(() -> feed.append(events));
        return events.stream().map(event -> event.id().toString()).toList();
    }

    /** Adds one event as the consumer of a topic writes it. */
    public String add(String type, String village, String json) {
        UUID id = UUID.randomUUID();
        FeedEvent event =
                new FeedEvent(
                        id,
                        type,
                        Instant.parse("2026-11-02T03:00:00Z"),
                        List.of(village),
                        json.formatted(id));
        QuarkusTransaction.requiringNew().run(() -> feed.append(List.of(event)));
        return id.toString();
    }

    /** Adds one event in the transaction of the caller. */
    public void addWithin(String type, String village) {
        feed.append(List.of(event(type, village)));
    }

    private static FeedEvent event(String type, String village) {
        UUID id = UUID.randomUUID();
        return new FeedEvent(
                id,
                type,
                Instant.parse("2026-11-02T03:00:00Z"),
                village == null ? List.of() : List.of(village),
                "{\"id\":\"" + id + "\"}");
    }

    public long head() {
        return feed.head().position();
    }
}
