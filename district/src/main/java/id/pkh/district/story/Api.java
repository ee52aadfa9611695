package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The REST interface of one service, as a client uses it. */
final class Api {

    private static final String ROOT = "/api/v1";
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(300);
    private static final int PAGE_LIMIT = 500;
    private static final int PAGES_MAX = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String XML = "application/xml";
    private static final Set<Integer> DONE = Set.of(200, 201, 202);

    private final HttpClient http;
    private final String name;
    private final URI base;

    Api(HttpClient http, String name, URI base) {
        this.http = http;
        this.name = name;
        this.base = base;
    }

    /** A response; the body is missing when there was none. */
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status >= 200 && status < 300;
        }

        /** The status and, for a problem, its code and detail. */
        String said() {
            String code = body.path("code").asText("");
            String detail = body.path("detail").asText("");
            return (status + " " + code + " " + detail).trim();
        }
    }

    Answer get(String path, String token) {
        return send(request(path, token).GET().build());
    }

    JsonNode read(String path, String token) {
        return expected(get(path, token), path, Set.of(200));
    }

    JsonNode post(String path, String token, Object body, Set<Integer> statuses) {
        return expected(attempt(path, token, body), path, statuses);
    }

    /** Sends a request that takes effect once, however often it is repeated. */
    JsonNode act(String path, String token, Object body) {
        return expected(attemptAct(path, token, body), path, DONE);
    }

    /** Sends such a request, which may be refused. */
    Answer attemptAct(String path, String token, Object body) {
        return attempt(
                request(path, token).header("Idempotency-Key", UUID.randomUUID().toString()),
                path,
                body);
    }

    /** Sends a POST that may be refused. */
    Answer attempt(String path, String token, Object body) {
        return attempt(request(path, token), path, body);
    }

    private Answer attempt(HttpRequest.Builder request, String path, Object body) {
        try {
            byte[] json = JSON.writeValueAsBytes(body);
            return send(
                    request.header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(json))
                            .build());
        } catch (IOException impossible) {
            throw new StoryFailure("cannot write the body of " + path, impossible);
        }
    }

    /** Sends a file as it is; the response may be a refusal. */
    Answer upload(String path, String token, Path file) {
        String type = typeOf(file.toString());
        String separator = path.contains("?") ? "&" : "?";
        String target = path + separator + "filename=" + encoded(file.getFileName().toString());
        try {
            BodyPublisher body = BodyPublishers.ofFile(file);
            return send(request(target, token).header("Content-Type", type).POST(body).build());
        } catch (IOException gone) {
            throw new StoryFailure("cannot read " + file, gone);
        }
    }

    private static String typeOf(String file) {
        if (file.endsWith(".xml")) {
            return XML;
        }
        return file.endsWith(".xlsx") ? XLSX : "text/csv";
    }

    /** Fetches a file as it is. */
    void download(String path, String token, Path target) {
        try {
            HttpRequest request = request(path, token).setHeader("Accept", XML).GET().build();
            HttpResponse<Path> response = http.send(request, BodyHandlers.ofFile(target));
            if (response.statusCode() != 200) {
                throw new StoryFailure(name + " answered " + path + ": " + response.statusCode());
            }
        } catch (IOException down) {
            throw new StoryFailure(name + " cannot be reached: " + down.getMessage(), down);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", stopped);
        }
    }

    /** Every item of a list, page after page. */
    void each(String path, String token, Consumer<JsonNode> item) {
        String separator = path.contains("?") ? "&" : "?";
        String first = path + separator + "limit=" + PAGE_LIMIT;
        String next = first;
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode body = read(next, token);
            body.path("items").forEach(item);
            String cursor = body.path("next").asText("");
            if (cursor.isEmpty() || body.path("next").isNull()) {
                return;
            }
            next = first + "&after=" + encoded(cursor);
        }
        throw new StoryFailure(name + " " + path + " has no last page");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base.toString() + ROOT + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode expected(Answer answer, String path, Set<Integer> statuses) {
        if (!statuses.contains(answer.status())) {
            throw new StoryFailure(name + " answered " + path + ": " + answer.said());
        }
        return answer.body();
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), parsed(response.body()));
        } catch (IOException down) {
            throw new StoryFailure(name + " cannot be reached: " + down.getMessage(), down);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", stopped);
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode node = body.length == 0 ? null : JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
