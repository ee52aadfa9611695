package id.pkh.console.parked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.console.call.Credentials;
import id.pkh.console.call.Query;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceCalls;
import id.pkh.console.call.ServiceName;
import id.pkh.console.parked.RedriveStatus.RedriveRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Starts redrives in the services, and reads their progress. The services store everything. */
@ApplicationScoped
class Redrives {

    private static final String PATH = "/api/v1/operations/redrives";

    private final ServiceCalls calls;
    private final ObjectMapper json = new ObjectMapper();

    Redrives(ServiceCalls calls) {
        this.calls = calls;
    }

    RedriveProgress ofSelected(List<String> refs, Credentials who) {
        List<CompletableFuture<RedriveStatus>> parts = new ArrayList<>();
        idsByService(refs)
                .forEach((service, ids) -> parts.add(ask(service, Map.of("ids", ids), who)));
        return together(parts);
    }

    /** Redrives all matching events that are parked when a service accepts the request. */
    RedriveProgress ofAll(ParkedFilter filter, Credentials who) {
        return together(
                filter.services().stream()
                        .map(service -> ask(service, filter.selection(), who))
                        .toList());
    }

    /**
     * The console generates the id, so the page finds the redrive even if the response was lost.
     */
    private CompletableFuture<RedriveStatus> ask(
            ServiceName service, Map<String, ?> selection, Credentials who) {
        RedriveRef ref = new RedriveRef(service, UUID.randomUUID());
        Map<String, Object> body = new LinkedHashMap<>(selection);
        body.put("redrive_id", ref.id());
        return calls.post(service, PATH, json(body), who).thenApply(r -> RedriveStatus.of(ref, r));
    }

    RedriveProgress find(List<RedriveRef> refs, Credentials who) {
        return together(
                refs.stream()
                        .map(
                                ref ->
                                        calls.get(ref.service(), PATH + "/" + ref.id(), who)
                                                .thenApply(r -> RedriveStatus.of(ref, r)))
                        .toList());
    }

    /** Stops the running parts; parts that have ended are left alone. */
    void stop(List<RedriveRef> refs, Credentials who) {
        refs.stream()
                .map(ref -> calls.post(ref.service(), PATH + "/" + ref.id() + "/stop", "{}", who))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** How many events a redrive would try, by service. */
    List<Rehearsal> rehearse(ParkedFilter filter, Credentials who) {
        return filter.services().stream()
                .map(service -> calls.get(service, filter.countPath(), who))
                .toList()
                .stream()
                .map(call -> Rehearsal.of(call.join()))
                .toList();
    }

    record Rehearsal(ServiceName service, long events, String problem) {

        static Rehearsal of(Reply reply) {
            return new Rehearsal(
                    reply.service(),
                    reply.json().path("events").asLong(),
                    reply.isOk() ? "" : reply.isAnswered() ? reply.code() : RedriveStatus.SILENT);
        }

        public boolean isSilent() {
            return problem.equals(RedriveStatus.SILENT);
        }

        public boolean isRefused() {
            return !problem.isEmpty();
        }
    }

    /** Those of all services, the latest first. */
    List<RedriveStatus> latest(int most, Credentials who) {
        String path = new Query().with("limit", most).on(PATH);
        List<RedriveStatus> runs = new ArrayList<>();
        for (Reply reply : calls.everywhere(service -> calls.get(service, path, who))) {
            if (reply.isOk()) {
                reply.json()
                        .path("items")
                        .forEach(run -> runs.add(RedriveStatus.of(reply.service(), run)));
            }
        }
        runs.sort(
                Comparator.comparing(
                                RedriveStatus::requestedAt,
                                Comparator.nullsFirst(Instant::compareTo))
                        .reversed());
        return runs.stream().limit(most).toList();
    }

    private static RedriveProgress together(List<CompletableFuture<RedriveStatus>> parts) {
        return new RedriveProgress(parts.stream().map(CompletableFuture::join).toList());
    }

    /** A malformed reference is ignored: it does not come from a form of this console. */
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

    private String json(Map<String, ?> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a selection cannot be written as JSON", e);
        }
    }
}
