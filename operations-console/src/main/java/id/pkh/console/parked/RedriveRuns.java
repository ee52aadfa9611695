package id.pkh.console.parked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.console.ConsoleConfig;
import id.pkh.console.call.Credentials;
import id.pkh.console.call.ServiceCalls;
import id.pkh.console.call.ServiceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the services to redrive and keeps what came of it, for everybody to see. The services keep
 * the order and the audit; here is only who asked for what since the console started.
 */
@ApplicationScoped
class RedriveRuns {

    private static final int KEPT_RUNS = 50;
    private static final String PATH = "/api/v1/operations/redrives";

    private final ServiceCalls calls;
    private final Duration patience;
    private final ObjectMapper json = new ObjectMapper();
    private final Deque<RedriveRun> runs = new ArrayDeque<>();

    RedriveRuns(ServiceCalls calls, ConsoleConfig config) {
        this.calls = calls;
        this.patience = Duration.ofSeconds(config.redriveTimeoutSeconds());
    }

    RedriveRun ofSelected(List<String> refs, String by, Credentials who) {
        Map<ServiceName, List<Long>> ids = idsByService(refs);
        List<CompletableFuture<RedriveOutcome>> parts = new ArrayList<>();
        ids.forEach(
                (service, of) ->
                        parts.add(
                                calls.post(service, PATH, body(Map.of("ids", of)), who, patience)
                                        .thenApply(r -> RedriveOutcome.of(r, of.size()))));
        return keep(by, String.join(", ", refs), parts);
    }

    /** Everything that matches and is parked when a service begins. */
    RedriveRun ofAll(ParkedFilter filter, String by, Credentials who) {
        String body = body(filter.selection());
        return keep(
                by,
                filter.words(),
                filter.services().stream()
                        .map(
                                service ->
                                        calls.post(service, PATH, body, who, patience)
                                                .thenApply(r -> RedriveOutcome.of(r, 0)))
                        .toList());
    }

    /** How many a redrive would try, by service; nothing is changed. */
    List<RedriveOutcome> rehearse(ParkedFilter filter, Credentials who) {
        Map<String, Object> selection = filter.selection();
        selection.put("dry_run", true);
        return filter.services().stream()
                .map(service -> calls.post(service, PATH, body(selection), who))
                .toList()
                .stream()
                .map(call -> RedriveOutcome.of(call.join(), 0))
                .toList();
    }

    synchronized Optional<RedriveRun> find(UUID id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** The latest first. */
    synchronized List<RedriveRun> latest(int most) {
        return runs.stream().limit(most).toList();
    }

    private synchronized RedriveRun keep(
            String by, String selection, List<CompletableFuture<RedriveOutcome>> parts) {
        RedriveRun run =
                new RedriveRun(
                        UUID.randomUUID(), by, Clock.systemUTC().instant(), selection, parts);
        runs.addFirst(run);
        if (runs.size() > KEPT_RUNS) {
            runs.removeLast();
        }
        return run;
    }

    /** What is no reference is left out: it was not made by our form. */
    static Map<ServiceName, List<Long>> idsByService(List<String> refs) {
        Map<ServiceName, List<Long>> ids = new EnumMap<>(ServiceName.class);
        for (String ref : refs) {
            String[] parts = ref.split(":", 2);
            if (parts.length == 2 && parts[1].matches("[0-9]{1,18}")) {
                ServiceName.of(parts[0])
                        .ifPresent(
                                service ->
                                        ids.computeIfAbsent(service, s -> new ArrayList<>())
                                                .add(Long.parseLong(parts[1])));
            }
        }
        return ids;
    }

    private String body(Map<String, ?> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a selection cannot be written as JSON", e);
        }
    }
}
