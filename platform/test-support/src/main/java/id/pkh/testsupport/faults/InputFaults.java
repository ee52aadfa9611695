package id.pkh.testsupport.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.testsupport.log.CapturedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sends wrong input of every kind to every operation that an application describes, and judges the
 * answers: never a server error, always a problem document with a code, no stack trace in an
 * answer, no forged line in the log. The operations, parameters and fields are read from the
 * running application, so a new one is tried without being named here.
 */
public final class InputFaults {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STACK =
            Pattern.compile("\\bat [a-z]\\w*(\\.\\w+)+\\(|Exception\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNKNOWN_ID = "0190a5b0-0000-7000-8000-0000000000ff";
    private static final String OLD_CURSOR = "AQEAATdD8eQ";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;
    private final List<ApiOperation> operations;
    private final List<String> findings = new ArrayList<>();
    private int requests;

    private InputFaults(String address, String token) {
        this.address = address;
        this.token = token;
        this.operations = ApiDescription.of(get("/q/openapi?format=json").body()).operations();
    }

    /**
     * The faults of the application at this address.
     *
     * @param token of a caller who has every role and every area
     */
    public static InputFaults at(String address, String token) {
        return new InputFaults(address, token);
    }

    public int requests() {
        return requests;
    }

    List<ApiOperation> operations() {
        return operations;
    }

    /** Everything that was answered wrongly, one line for each request. */
    public List<String> findings() {
        try (CapturedLog log = CapturedLog.asConfigured()) {
            for (ApiOperation operation : operations) {
                paths(operation);
                queries(operation);
                headers(operation);
                bodies(operation);
            }
            cursorsOfOtherLists();
            log.text()
                    .lines()
                    .filter(line -> line.startsWith(Faults.FORGED))
                    .findFirst()
                    .ifPresent(line -> findings.add("the log has a forged line"));
        }
        return List.copyOf(findings);
    }

    private void paths(ApiOperation operation) {
        Pattern placeholder = Pattern.compile("\\{(\\w+)[^}]*}");
        List<String> names =
                placeholder.matcher(operation.path()).results().map(m -> m.group(1)).toList();
        for (String name : names) {
            for (Fault fault : Faults.IN_ADDRESS) {
                String path =
                        placeholder
                                .matcher(operation.path())
                                .replaceAll(
                                        m -> m.group(1).equals(name) ? fault.value() : UNKNOWN_ID);
                judge(operation, fault, "path " + name, plain(operation, path));
            }
        }
    }

    private void queries(ApiOperation operation) {
        for (String name : operation.query()) {
            for (Fault fault : Faults.IN_ADDRESS) {
                query(operation, name, fault);
            }
            Faults.BLANK_IN_QUERY.forEach(fault -> query(operation, name, fault));
            if (operation.method().equals("GET") && !Faults.FREE_TEXTS.contains(name)) {
                query(operation, name, Faults.NO_CODE);
            }
        }
        if (operation.isList()) {
            for (String madeUp :
                    List.of("AAAA", "AQEAAA", OLD_CURSOR, "x".repeat(3000), "e30.e30")) {
                query(operation, "after", Fault.refused("made-up cursor", madeUp));
            }
        }
    }

    private void query(ApiOperation operation, String name, Fault fault) {
        String address = concrete(operation) + "?" + name + "=" + fault.value();
        judge(operation, fault, "query " + name, plain(operation, address));
    }

    private void headers(ApiOperation operation) {
        Faults.HEADERS.forEach(
                (name, values) ->
                        values.forEach(
                                value -> {
                                    HttpRequest.Builder request =
                                            request(operation, concrete(operation));
                                    try {
                                        request.setHeader(name, value);
                                    } catch (IllegalArgumentException notSent) {
                                        return;
                                    }
                                    judge(
                                            operation,
                                            Fault.odd(value, value),
                                            "header " + name,
                                            withBody(operation, request, "{}".getBytes()));
                                }));
    }

    private void bodies(ApiOperation operation) {
        if (operation.takesFile()) {
            Faults.FILES.forEach((what, bytes) -> file(operation, what, bytes));
        }
        if (!operation.takesJson()) {
            return;
        }
        Faults.JSON_BODIES.forEach(
                (what, bytes) -> judgeBody(operation, Fault.odd(what, what), "body", bytes));
        for (String field : operation.fields()) {
            for (Fault fault : Faults.IN_JSON) {
                byte[] body =
                        operation.bodyWith(field, fault.value()).getBytes(StandardCharsets.UTF_8);
                judgeBody(operation, fault, "field " + field, body);
            }
        }
    }

    private void judgeBody(ApiOperation operation, Fault fault, String where, byte[] body) {
        HttpRequest.Builder request =
                request(operation, concrete(operation))
                        .setHeader("Content-Type", "application/json");
        judge(operation, fault, where, withBody(operation, request, body));
    }

    private void file(ApiOperation operation, String what, byte[] bytes) {
        for (String type : operation.mediaTypes()) {
            String sender = operation.query().contains("bank") ? "?bank=BRI" : "";
            HttpRequest.Builder request =
                    request(operation, concrete(operation) + sender)
                            .setHeader("Content-Type", type.contains("*") ? "text/csv" : type);
            Fault fault = Fault.odd(what, what);
            judge(operation, fault, "file as " + type, withBody(operation, request, bytes));
        }
    }

    /** A cursor belongs to its list: no other list accepts it, nor the same list with a filter. */
    private void cursorsOfOtherLists() {
        Map<ApiOperation, String> cursors = new LinkedHashMap<>();
        for (ApiOperation list : operations) {
            if (list.isList() && !list.path().contains("{")) {
                next(list).ifPresent(cursor -> cursors.put(list, cursor));
            }
        }
        cursors.forEach(
                (from, cursor) ->
                        operations.stream()
                                .filter(ApiOperation::isList)
                                .filter(list -> !list.equals(from))
                                .forEach(
                                        list ->
                                                query(
                                                        list,
                                                        "after",
                                                        Fault.refused(
                                                                "cursor of " + from.path(),
                                                                cursor))));
    }

    private Optional<String> next(ApiOperation list) {
        HttpResponse<String> answer = get(list.path() + "?limit=1");
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        JsonNode page = json(answer.body());
        if (!page.path("items").isArray() || !page.has("next")) {
            findings.add("%s: a page without items and next".formatted(list.name()));
        }
        String next = page.path("next").asText("null");
        return next.equals("null") ? Optional.empty() : Optional.of(next);
    }

    private HttpRequest plain(ApiOperation operation, String path) {
        return withBody(operation, request(operation, path), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest withBody(
            ApiOperation operation, HttpRequest.Builder request, byte[] body) {
        boolean carries = !operation.mediaTypes().isEmpty();
        return request.method(
                        operation.method(),
                        carries
                                ? HttpRequest.BodyPublishers.ofByteArray(body)
                                : HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private HttpRequest.Builder request(ApiOperation operation, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", "fault-" + requests);
        return operation.takesJson() ? request.header("Content-Type", "application/json") : request;
    }

    private static String concrete(ApiOperation operation) {
        return operation.path().replaceAll("\\{[^}]*}", UNKNOWN_ID);
    }

    private HttpResponse<String> get(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            requests++;
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException("no answer to " + request.uri(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void judge(ApiOperation operation, Fault fault, String where, HttpRequest request) {
        HttpResponse<String> answer;
        List<String> logged;
        try (CapturedLog log = CapturedLog.asConfigured()) {
            answer = send(request);
            logged = log.lines();
        } catch (UncheckedIOException noAnswer) {
            findings.add(
                    "%s, %s, %s: no answer (%s)"
                            .formatted(operation.name(), where, fault.what(), noAnswer.getCause()));
            return;
        }
        String wrong = wrongIn(answer, fault, logged);
        if (wrong != null) {
            findings.add(
                    "%s, %s, %s: %d %s"
                            .formatted(
                                    operation.name(),
                                    where,
                                    fault.what().length() > 60
                                            ? fault.what().substring(0, 60) + "…"
                                            : fault.what(),
                                    answer.statusCode(),
                                    wrong));
        }
    }

    private static String wrongIn(HttpResponse<String> answer, Fault fault, List<String> logged) {
        int status = answer.statusCode();
        if (status >= 500) {
            long lines = logged.stream().flatMap(String::lines).count();
            String log = logged.stream().collect(Collectors.joining(" | "));
            return "server error, %d lines logged: %s"
                    .formatted(lines, log.substring(0, Math.min(400, log.length())));
        }
        if (status < 400) {
            return fault.refused() ? "accepted" : null;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return "no problem document but '%s'".formatted(type);
        }
        if (json(answer.body()).path("code").asText().isBlank()) {
            return "no code";
        }
        return STACK.matcher(answer.body()).find() ? "a stack trace in the answer" : null;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }
}
