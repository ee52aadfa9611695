package id.pkh.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.district.manifest.Manifest;
import id.pkh.launcher.stack.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends a district's rosters to the services that import them, in the order of its story. */
final class RosterUpload {

    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> services;
    private final String token;
    private final PrintWriter console;

    RosterUpload(Map<String, Integer> services, String token, PrintWriter console) {
        this.services = services;
        this.token = token;
        this.console = console;
    }

    void send(Path folder) {
        for (Manifest.Act act : imports(folder)) {
            JsonNode result = upload(act, folder.resolve(act.file()));
            console.println(
                    "  %-18s %,d rows read, %,d imported, %,d refused"
                            .formatted(
                                    act.file(),
                                    result.path("rows_read").asLong(),
                                    result.path("rows_applied").asLong(),
                                    result.path("rows_refused").asLong()));
            console.flush();
        }
    }

    private static List<Manifest.Act> imports(Path folder) {
        try {
            return Manifest.read(folder).acts("IMPORT").toList();
        } catch (IOException e) {
            throw new StackFailure("cannot read the story in " + folder, e);
        }
    }

    private JsonNode upload(Manifest.Act act, Path file) {
        URI target =
                URI.create(
                        "http://localhost:%d/api/v1/imports/%s?filename=%s"
                                .formatted(services.get(act.service()), act.kind(), act.file()));
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(target)
                            .timeout(ANSWER_LIMIT)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "text/csv")
                            .POST(HttpRequest.BodyPublishers.ofFile(file))
                            .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackFailure(
                        "%s was refused by %s with %d: %s"
                                .formatted(
                                        act.file(),
                                        act.service(),
                                        answer.statusCode(),
                                        answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackFailure("%s does not respond at %s".formatted(act.service(), target), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }
}
