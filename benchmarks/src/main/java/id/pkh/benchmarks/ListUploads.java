package id.pkh.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** Sends lists to the registry, and whatever else is asked of it by HTTP. */
final class ListUploads {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI registry;

    ListUploads(URI registry) {
        this.registry = registry;
    }

    /** The result of the list, which is applied at least in part. */
    JsonNode send(String token, String kind, Path list) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(registry.resolve("/api/v1/imports/" + kind))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofFile(list))
                            .build();
            return JSON.readTree(answered(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new CannotRun("the list was not taken", e);
        }
    }

    JsonNode get(String token, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(registry.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try {
            return JSON.readTree(answered(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new CannotRun(path + " is no JSON", e);
        }
    }

    <T> HttpResponse<T> answered(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            HttpResponse<T> answer = client.send(request, handler);
            if (answer.statusCode() != OK && answer.statusCode() != CREATED) {
                throw new CannotRun(request.uri() + " was answered with " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new CannotRun(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        }
    }
}
