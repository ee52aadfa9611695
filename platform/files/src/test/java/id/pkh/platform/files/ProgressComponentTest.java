package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.LocalStackResource;
import id.pkh.localstack.TestTokens;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far a file is, as a stream of events. A listener is told for two seconds in this module. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "files"))
class ProgressComponentTest {

    private static final String ADMINISTRATOR = token(Roles.DATA_ADMINISTRATOR, "17.71");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource URL url;
    @Inject DataSource dataSource;

    private final UUID file = UUID.randomUUID();
    private Rows rows;

    private static String token(String role, String area) {
        return TestTokens.token(role + "-progress", List.of(role), List.of(area));
    }

    @BeforeEach
    void a_file_in_progress() {
        rows = new Rows(dataSource);
        rows.execute(
                "INSERT INTO received_file (file_id, kind, sha256, filename, bytes, status, received_by,"
                        + " sender_areas, areas_key, received_at, rows_read)"
                        + " VALUES (?, 'people', ?, 'list.csv', 1, 'IN_PROGRESS', 'someone',"
                        + " '{17.71.08}', md5('17.71.08'), now(), 10)",
                file,
                (file.toString() + UUID.randomUUID()).replace("-", ""));
    }

    /** A listener, whose events are read one by one. */
    private final class Listener implements AutoCloseable {

        final HttpResponse<InputStream> answer;
        final BufferedReader lines;

        Listener(String token) throws IOException, InterruptedException {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "api/v1/imports/" + file + "/progress"))
                            .header("Authorization", "Bearer " + token)
                            .build();
            answer = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
            lines =
                    new BufferedReader(
                            new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        /** The lines of the next event; empty when the stream has ended. */
        String next() throws IOException {
            StringBuilder event = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && event.length() > 0) {
                    return event.toString();
                }
                event.append(line).append('\n');
            }
            return event.toString();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void the_events_say_how_far_it_is_until_its_end() throws Exception {
        try (Listener listener = new Listener(ADMINISTRATOR)) {
            assertThat(listener.answer.statusCode()).isEqualTo(200);
            assertThat(listener.answer.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("text/event-stream");
            assertThat(listener.next())
                    .contains("event:progress", "id:10-IN_PROGRESS", "\"rows_read\":10");
            rows.execute(
                    "UPDATE received_file SET rows_read = 20, rows_applied = 18, rows_refused = 2,"
                            + " refusals = 2, status = 'PARTLY_APPLIED', finished_at = now()"
                            + " WHERE file_id = ?",
                    file);
            String event = listener.next();
            while (event.contains("event:progress")) {
                event = listener.next();
            }
            assertThat(event)
                    .contains("event:end", "\"rows_applied\":18", "\"rows_refused\":2")
                    .contains("\"status\":\"PARTLY_APPLIED\"");
            assertThat(listener.next()).isEmpty();
        }
        try (Listener again = new Listener(ADMINISTRATOR)) {
            assertThat(again.next()).contains("event:end");
            assertThat(again.next()).isEmpty();
        }
    }

    @Test
    void a_stream_ends_with_its_time_and_whoever_connects_again_has_the_present_state()
            throws Exception {
        try (Listener listener = new Listener(ADMINISTRATOR)) {
            String last = "";
            for (String event = listener.next(); !event.isEmpty(); event = listener.next()) {
                last = event;
            }
            assertThat(last).contains("event:progress");
        }
        rows.execute("UPDATE received_file SET rows_read = 11 WHERE file_id = ?", file);
        try (Listener again = new Listener(ADMINISTRATOR)) {
            assertThat(again.next()).contains("\"rows_read\":11");
        }
    }

    @Test
    void there_are_only_so_many_listeners_and_a_place_becomes_free() throws Exception {
        try (Listener one = new Listener(ADMINISTRATOR);
                Listener two = new Listener(ADMINISTRATOR)) {
            assertThat(one.next()).isNotEmpty();
            assertThat(two.next()).isNotEmpty();
            Caller.withToken(ADMINISTRATOR)
                    .get("/imports/" + file + "/progress")
                    .statusCode(429)
                    .header("Retry-After", "5")
                    .body("code", equalTo("PROGRESS_LISTENERS_TOO_MANY"));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            try (Listener another = new Listener(ADMINISTRATOR)) {
                                return another.answer.statusCode() == 200;
                            }
                        });
    }

    @Test
    void whose_file_it_is_not_learns_nothing() {
        String path = "/imports/" + file + "/progress";
        Caller.withToken(token(Roles.DATA_ADMINISTRATOR, "17.72")).get(path).statusCode(404);
        Caller.withToken(token(Roles.FACILITATOR, "17.71")).get(path).statusCode(404);
        Caller.withToken(token(Roles.BANK, "17.71")).get(path).statusCode(403);
        Caller.anonymous().get(path).statusCode(401);
        Caller.withToken(ADMINISTRATOR)
                .get("/imports/" + UUID.randomUUID() + "/progress")
                .statusCode(404);
    }
}
