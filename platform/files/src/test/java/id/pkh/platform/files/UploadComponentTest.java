package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.log.CapturedLog;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "files"))
class UploadComponentTest {

    private static final int MAX_BYTES = 100_000;

    @TestHTTPResource URL url;
    @Inject DataSource dataSource;

    private final String unique = UUID.randomUUID().toString();

    @Test
    void a_file_is_applied_once_and_its_refused_rows_are_explained() {
        String content = "nik;x\n1771080101900001;" + unique + "\n17710801019;y\n";
        Response first = post("admin", content, "id");
        first.then()
                .statusCode(201)
                .header("Content-Language", "id")
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_read", equalTo(2))
                .body("rows_applied", equalTo(1))
                .body("rows_refused", equalTo(1))
                .body("refusals[0].line", equalTo(3))
                .body("refusals[0].masked_value", equalTo("*******1019"))
                .body("refusals[0].message", containsString("tepat 16 angka"))
                .body("details.thing_id", equalTo("42"));
        String id = first.jsonPath().getString("file_id");
        assertThat(first.header("Location")).endsWith("/api/v1/imports/" + id);

        post("admin", content, "en")
                .then()
                .statusCode(200)
                .body("status", equalTo("ALREADY_RECEIVED"))
                .body("file_id", equalTo(id))
                .body("rows_applied", equalTo(1))
                .body("refusals", hasSize(1))
                .body("details.thing_id", equalTo("42"));
    }

    @Test
    void a_file_without_one_good_row_is_a_problem_with_its_rows_and_is_tried_again() {
        String content = "nik;x\n123;" + unique + "\n";
        for (int attempt = 0; attempt < 2; attempt++) {
            post("admin", content, "en")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("code", equalTo("FILE_ALL_ROWS_REFUSED"))
                    .body("status", equalTo(422))
                    .body("file_status", equalTo("REFUSED"))
                    .body("refusals[0].code", equalTo("NIK_LENGTH"))
                    .body("rows_refused", equalTo(1));
        }
    }

    @Test
    void a_file_refused_as_a_whole_leaves_no_receipt() {
        post("own-1", "other;x\n" + unique, "en")
                .then()
                .statusCode(422)
                .body("code", equalTo("FILE_KIND_UNKNOWN"));
        get("own-1", Roles.FACILITATOR, "/api/v1/imports").then().body("items", hasSize(0));
    }

    @Test
    void others_see_only_what_they_sent() {
        String mine = "own-" + unique;
        String id =
                post(mine, "nik;x\n1771080101900001;" + unique + "\n12;z\n", "en")
                        .jsonPath()
                        .getString("file_id");

        get(mine, Roles.FACILITATOR, "/api/v1/imports")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].file_id", equalTo(id))
                .body("items[0].received_by", equalTo(mine))
                .body("items[0].status", equalTo("PARTLY_APPLIED"))
                .body("next", nullValue());
        get("other", Roles.FACILITATOR, "/api/v1/imports/" + id).then().statusCode(404);
        get("other", Roles.COORDINATOR, "/api/v1/imports/" + id + "/refusals")
                .then()
                .statusCode(404);
        get("other", Roles.AUDITOR, "/api/v1/imports/" + id).then().statusCode(200);
        get("other", Roles.DATA_ADMINISTRATOR, "/api/v1/imports/" + id).then().statusCode(200);
        get("other", Roles.BANK, "/api/v1/imports/" + id).then().statusCode(403);
    }

    @Test
    void administrators_see_the_files_of_senders_within_their_areas() {
        String sender = "area-" + unique;
        String id =
                postWithin(sender, "17.71.08", "nik;x\n1771080101900001;" + unique + "\n12;z\n");

        for (String areas : List.of("17", "17.71", "17.71.08", "*")) {
            assertThat(seen(areas, id)).as(areas).isEqualTo(200);
        }
        for (String areas : List.of("17.71.08.1001", "17.72", "16")) {
            assertThat(seen(areas, id)).as(areas).isEqualTo(404);
            Caller.named("other", Roles.AUDITOR, areas)
                    .request()
                    .get("/api/v1/imports/" + id + "/refusals")
                    .then()
                    .statusCode(404);
            Caller.named("other", Roles.DATA_ADMINISTRATOR, areas)
                    .request()
                    .get("/api/v1/imports?limit=500")
                    .then()
                    .statusCode(200)
                    .body("items.file_id", not(hasItem(id)));
        }
        Caller.named(sender, Roles.DATA_ADMINISTRATOR, "16")
                .request()
                .get("/api/v1/imports/" + id)
                .then()
                .statusCode(200);
        assertThat(
                        seen(
                                "17.71",
                                postWithin(
                                        sender, "*", "nik;x\n1771080101900001;w" + unique + "\n")))
                .isEqualTo(404);
    }

    @Test
    void a_file_of_before_is_seen_by_its_sender_and_by_callers_with_all_areas() throws Exception {
        String id = postWithin("before", "17", "nik;x\n1771080101900001;b" + unique + "\n");
        new Rows(dataSource)
                .change(
                        "UPDATE received_file SET sender_areas = NULL WHERE file_id = '"
                                + id
                                + "'");
        assertThat(seen("17", id)).isEqualTo(404);
        assertThat(seen("*", id)).isEqualTo(200);
        get("before", Roles.FACILITATOR, "/api/v1/imports/" + id).then().statusCode(200);
    }

    @Test
    void what_lay_outside_the_areas_of_one_sender_is_applied_for_another_who_has_them() {
        String content =
                "nik;x\n1771080101900001;17.71.08.1001\n1771080101900002;17.71.08.1002\n"
                        + "12;"
                        + unique
                        + "\n";
        Response first = sendWithin("village-" + unique, "17.71.08.1001", content);
        first.then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("rows_applied", equalTo(1))
                .body("rows_refused", equalTo(2));
        Response second = sendWithin("district-" + unique, "17.71.08", content);
        second.then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("file_id", not(equalTo(first.path("file_id"))))
                .body("rows_applied", equalTo(2))
                .body("rows_refused", equalTo(1));

        Response again = sendWithin("village-" + unique, "17.71.08.1001", content);
        again.then()
                .statusCode(200)
                .header("Location", endsWith((String) first.path("file_id")))
                .body("rows_applied", equalTo(1));
        Response narrower = sendWithin("other-" + unique, "17.71.08.1002", content);
        narrower.then()
                .statusCode(200)
                .header("Location", nullValue())
                .body("status", equalTo("ALREADY_RECEIVED"))
                .body("file_id", equalTo(second.path("file_id")));
        assertThat(seen("17.71.08.1002", second.path("file_id"))).isEqualTo(404);
        sendWithin("country-" + unique, "*", content)
                .then()
                .statusCode(200)
                .header("Location", endsWith((String) second.path("file_id")));
    }

    @Test
    void a_file_without_rows_of_other_areas_is_one_file_for_everyone() {
        String content = "nik;x\n1771080101900001;17.71.08.1001\n12;" + unique + "\n";
        Response first = sendWithin("district-" + unique, "17.71.08", content);
        first.then().statusCode(201).body("status", equalTo("PARTLY_APPLIED"));

        sendWithin("region-" + unique, "17", content)
                .then()
                .statusCode(200)
                .header("Location", endsWith((String) first.path("file_id")))
                .body("file_id", equalTo(first.path("file_id")));
    }

    @Test
    void a_file_that_was_refused_for_one_sender_keeps_its_receipt_when_another_sends_it() {
        String content = "nik;x\n1771080101900001;17.71.08.1001\n12;" + unique + "\n";
        Response refused = sendWithin("elsewhere-" + unique, "32", content);
        refused.then().statusCode(422).body("code", equalTo("FILE_ALL_ROWS_REFUSED"));

        sendWithin("district-" + unique, "17.71.08", content).then().statusCode(201);

        get("elsewhere-" + unique, Roles.FACILITATOR, "/api/v1/imports/" + refused.path("file_id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"));
    }

    private static int seen(String areas, String id) {
        return Caller.named("other", Roles.DATA_ADMINISTRATOR, areas)
                .request()
                .get("/api/v1/imports/" + id)
                .statusCode();
    }

    private static String postWithin(String sender, String areas, String content) {
        return sendWithin(sender, areas, content).jsonPath().getString("file_id");
    }

    private static Response sendWithin(String sender, String areas, String content) {
        return Caller.named(sender, Roles.DATA_ADMINISTRATOR, areas)
                .request()
                .contentType("text/csv")
                .body(content)
                .post("/api/v1/imports/things?filename=things.csv");
    }

    @Test
    void refused_rows_and_files_come_in_pages() {
        StringBuilder content = new StringBuilder("nik;x\n1771080101900001;" + unique + "\n");
        for (int i = 0; i < 5; i++) {
            content.append("12;z\n");
        }
        String sender = "pages-" + unique;
        String id = post(sender, content.toString(), "en").jsonPath().getString("file_id");
        post(sender, content + "1771080101900001;b\n", "en").then().statusCode(201);

        Response first =
                get(sender, Roles.FACILITATOR, "/api/v1/imports/" + id + "/refusals?limit=3");
        first.then().body("items.line", equalTo(List.of(3, 4, 5)));
        String next = first.jsonPath().getString("next");
        get(sender, Roles.FACILITATOR, "/api/v1/imports/" + id + "/refusals?limit=3&after=" + next)
                .then()
                .body("items.line", equalTo(List.of(6, 7)))
                .body("next", nullValue());

        Response newest = get(sender, Roles.FACILITATOR, "/api/v1/imports?limit=1");
        newest.then().body("items", hasSize(1)).body("items[0].file_id", not(equalTo(id)));
        String older = newest.jsonPath().getString("next");
        get(sender, Roles.FACILITATOR, "/api/v1/imports?limit=1&after=" + older)
                .then()
                .body("items[0].file_id", equalTo(id))
                .body("next", nullValue());
        get(sender, Roles.FACILITATOR, "/api/v1/imports?after=x").then().statusCode(400);
        get(sender, Roles.FACILITATOR, "/api/v1/imports?after=" + next).then().statusCode(400);
    }

    @Test
    void a_file_up_to_the_limit_is_taken() {
        String head = "nik;x\n1771080101900001;" + unique;
        for (int bytes : new int[] {MAX_BYTES - 1, MAX_BYTES}) {
            String content = head + "\n".repeat(bytes - head.length());
            post("admin", content, "en").then().statusCode(201);
        }
        String content = head + "\n".repeat(MAX_BYTES + 1 - head.length());
        post("admin", content, "en")
                .then()
                .statusCode(413)
                .body("code", equalTo("FILE_TOO_LARGE"))
                .body("max_bytes", equalTo(MAX_BYTES));
    }

    @Test
    void a_gigabyte_that_is_announced_is_refused_before_it_is_sent() throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head("Content-Length: 1073741824"));
            socket.getOutputStream().flush();

            assertThat(firstLine(socket)).contains(" 413 ");
        }
        assertNothingLeft();
    }

    @Test
    void an_endless_upload_that_is_not_announced_is_cut_off() throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head("Transfer-Encoding: chunked"));
            byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes();

            assertThatThrownBy(() -> sendForAMinute(out, chunk))
                    .isInstanceOf(SocketException.class);
        }
        assertNothingLeft();
    }

    @Test
    void nor_is_an_endless_upload_of_nobody_read() throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head = new String(head("Content-Length: 1073741824"), StandardCharsets.US_ASCII);
            out.write(head.replace("Bearer ", "Bearer x").getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> sendForAMinute(out, new byte[0x4000]))
                    .isInstanceOf(SocketException.class);
        }
    }

    private static void sendForAMinute(OutputStream out, byte[] chunk) throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < end) {
            out.write(chunk);
        }
    }

    @Test
    void a_connection_that_breaks_half_way_leaves_a_line_in_the_log_and_nothing_else()
            throws IOException {
        try (CapturedLog log = CapturedLog.ofEverything()) {
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                socket.getOutputStream().write(head("Content-Length: 90000"));
                socket.getOutputStream().write("nik;x\n".repeat(5000).getBytes());
                socket.getOutputStream().flush();
                Awaitility.await().until(() -> filesLeft() > 0);
            }
            Awaitility.await().until(() -> !log.lines().isEmpty());
            assertNothingLeft();
            assertThat(log.lines())
                    .containsExactly(
                            "id.pkh.platform.edge.requests the request did not arrive completely,"
                                    + " at POST /api/v1/imports/things");
        }
    }

    private byte[] head(String length) {
        String token = Caller.named("admin", Roles.DATA_ADMINISTRATOR, "*").token();
        return """
                POST /api/v1/imports/things HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: text/csv
                %s

                """
                .formatted(token, length)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read(); c >= 0 && c != '\n'; ) {
            line.append((char) c);
            c = socket.getInputStream().read();
        }
        return line.toString();
    }

    private static void assertNothingLeft() {
        Awaitility.await().until(() -> filesLeft() == 0);
    }

    private static long filesLeft() throws IOException {
        Path uploads = Path.of("target/uploads");
        Files.createDirectories(uploads);
        try (var left = Files.list(uploads)) {
            return left.count();
        }
    }

    private static Response post(String subject, String content, String language) {
        return Caller.named(subject, Roles.FACILITATOR, "*")
                .in(language)
                .request()
                .contentType("text/csv")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/things?filename=things.csv");
    }

    private static Response get(String subject, String role, String path) {
        return Caller.named(subject, role, "*").request().get(path);
    }
}
