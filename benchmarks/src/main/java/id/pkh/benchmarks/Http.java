package id.pkh.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** A client of the services' REST interface, with connections that stay open. */
final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PAGE = 500;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, URI> services;
    private final String token;

    Http(Map<String, URI> services, String token) {
        this.services = services;
        this.token = token;
    }

    JsonNode get(String service, String path) {
        return accepted(path, send(request(service, path).GET().build()));
    }

    /** Status of the response, whatever it is. */
    int status(URI address) {
        return send(HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build()).statusCode();
    }

    JsonNode post(String service, String path, JsonNode body) {
        return post(service, path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    JsonNode upload(String service, String path, Path file) {
        return upload(service, path, "text/csv", file);
    }

    JsonNode upload(String service, String path, String type, Path file) {
        try {
            return post(service, path, type, BodyPublishers.ofFile(file));
        } catch (IOException e) {
            throw new CannotRun("cannot read " + file, e);
        }
    }

    /** Every item of a list, page after page. */
    void each(String service, String path, Consumer<JsonNode> item) {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
        String next = first;
        while (next != null) {
            JsonNode page = get(service, next);
            page.path("items").forEach(item);
            JsonNode cursor = page.path("next");
            next = cursor.isTextual() ? first + "&after=" + cursor.asText() : null;
        }
    }

    private JsonNode post(String service, String path, String type, BodyPublisher body) {
        HttpRequest request =
                request(service, path).header("Content-Type", type).POST(body).build();
        return accepted(path, send(request));
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(services.get(service).resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new CannotRun(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        }
    }

    private static JsonNode accepted(String path, HttpResponse<byte[]> answer) {
        try {
            if (answer.statusCode() / 100 == 2) {
                return JSON.readTree(answer.body());
            }
            String code = JSON.readTree(answer.body()).path("code").asText();
            throw new CannotRun("%s answered %d %s".formatted(path, answer.statusCode(), code));
        } catch (IOException e) {
            throw new CannotRun("%s answered %d".formatted(path, answer.statusCode()), e);
        }
    }
}
