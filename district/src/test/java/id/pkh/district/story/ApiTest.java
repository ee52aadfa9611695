package id.pkh.district.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {

    @TempDir private Path folder;
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private Api api;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        api = new Api(HttpClient.newHttpClient(), "meeting", base);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        asked.add(target + (type == null ? "" : " " + type));
        exchange.getRequestBody().readAllBytes();
        int status = target.contains("/refused") ? 422 : 200;
        String body = "{\"items\":[3],\"next\":null}";
        if (status == 422) {
            body = "{\"code\":\"FILE_EMPTY\",\"detail\":\"Send a file with rows.\"}";
        } else if (!target.contains("after=")) {
            body = "{\"items\":[1,2],\"next\":\"a b\"}";
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void readsAListPageAfterPage() {
        List<Integer> items = new ArrayList<>();
        api.each("/meetings?month=2026-01", "token", item -> items.add(item.asInt()));
        assertThat(items).containsExactly(1, 2, 3);
        assertThat(asked)
                .containsExactly(
                        "/api/v1/meetings?month=2026-01&limit=500",
                        "/api/v1/meetings?month=2026-01&limit=500&after=a+b");
    }

    @Test
    void sendsAFileWithItsKindAndName() throws IOException {
        Path sheet = Files.writeString(folder.resolve("x 1.csv"), "a;b\n");
        Path book = Files.writeString(folder.resolve("x.xlsx"), "PK");
        api.upload("/sheets/p2k2?correction=true", "token", sheet);
        api.upload("/imports/families", "token", book);
        assertThat(asked)
                .containsExactly(
                        "/api/v1/sheets/p2k2?correction=true&filename=x+1.csv text/csv",
                        "/api/v1/imports/families?filename=x.xlsx application/vnd.openxmlformats-"
                                + "officedocument.spreadsheetml.sheet");
    }

    @Test
    void aRefusalSaysWhy() {
        assertThatThrownBy(() -> api.read("/refused", "token"))
                .isInstanceOf(StoryFailure.class)
                .hasMessageContaining("422 FILE_EMPTY Send a file with rows.");
    }
}
