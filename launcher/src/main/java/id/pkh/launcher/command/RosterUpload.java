package id.pkh.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.story.RosterPermission;
import id.pkh.launcher.stack.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Sends a district's rosters to the services that import them, in the order of its story. */
final class RosterUpload {

    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(10);
    private static final String REGISTRY = "registry";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> services;
    private final String officer;
    private final String administrator;
    private final PrintWriter console;

    /**
     * @param officer token of the person who permits the initial roster
     * @param administrator token of the person who sends the files
     */
    RosterUpload(
            Map<String, Integer> services,
            String officer,
            String administrator,
            PrintWriter console) {
        this.services = services;
        this.officer = officer;
        this.administrator = administrator;
        this.console = console;
    }

    void send(Path folder) {
        Manifest manifest = read(folder);
        for (Manifest.Act act : manifest.acts("PERMIT_ROSTER").toList()) {
            String sha256 = RosterPermission.sha256(folder.resolve(act.file()));
            manifest.areas().forEach(area -> permit(area, sha256));
        }
        for (Manifest.Act act : manifest.acts("IMPORT").toList()) {
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

    private static Manifest read(Path folder) {
        try {
            return Manifest.read(folder);
        } catch (IOException e) {
            throw new StackFailure("cannot read the story in " + folder, e);
        }
    }

    private void permit(String area, String sha256) {
        try {
            byte[] body = JSON.writeValueAsBytes(RosterPermission.of(area, sha256));
            send(
                    "the initial roster of " + area,
                    REGISTRY,
                    RosterPermission.PATH,
                    officer,
                    "application/json",
                    HttpRequest.BodyPublishers.ofByteArray(body));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode upload(Manifest.Act act, Path file) {
        try {
            return send(
                    act.file(),
                    act.service(),
                    "/imports/%s?filename=%s".formatted(act.kind(), act.file()),
                    administrator,
                    "text/csv",
                    HttpRequest.BodyPublishers.ofFile(file));
        } catch (IOException e) {
            throw new StackFailure("cannot read " + file, e);
        }
    }

    private JsonNode send(
            String what,
            String service,
            String path,
            String token,
            String type,
            HttpRequest.BodyPublisher body) {
        URI target =
                URI.create("http://localhost:%d/api/v1%s".formatted(services.get(service), path));
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(target)
                            .timeout(ANSWER_LIMIT)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", type)
                            .POST(body)
                            .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackFailure(
                        "%s was refused by %s with %d: %s"
                                .formatted(what, service, answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackFailure("%s does not respond at %s".formatted(service, target), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }
}
