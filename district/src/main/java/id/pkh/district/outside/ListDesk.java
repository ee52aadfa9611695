package id.pkh.district.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Somebody who knows only the page about lists: takes the empty list of a kind, fills it in, tries
 * it, and sends it.
 */
public final class ListDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI registry;
    private final String token;

    public ListDesk(URI registry, String token) {
        this.registry = registry;
        this.token = token;
    }

    /**
     * The list of a kind with rows, in the columns of its empty list.
     *
     * @param rows cells by the name of their column; what is left out stays empty
     */
    public String filledIn(String kind, List<Map<String, String>> rows) {
        List<String> columns = columns(kind);
        for (Map<String, String> row : rows) {
            if (!columns.containsAll(row.keySet())) {
                throw new OutsideFailure(
                        "the empty list of " + kind + " has other columns: " + columns);
            }
        }
        return Stream.concat(
                        Stream.of(String.join(";", columns)),
                        rows.stream()
                                .map(
                                        row ->
                                                columns.stream()
                                                        .map(name -> row.getOrDefault(name, ""))
                                                        .collect(Collectors.joining(";"))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private List<String> columns(String kind) {
        HttpResponse<InputStream> answer =
                sent(
                        request("/api/v1/imports/templates/" + kind).GET(),
                        BodyHandlers.ofInputStream());
        try (ReadableWorkbook workbook = new ReadableWorkbook(answer.body());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Optional<Row> header = rows.findFirst();
            return header.orElseThrow().stream().map(Cell::getText).toList();
        } catch (IOException e) {
            throw new OutsideFailure("the empty list of " + kind + " cannot be read", e);
        }
    }

    /** What became of a list: its counts. */
    public record Counted(int status, int applied, int refused) {}

    /** What a list would do; nothing is recorded. */
    public Counted tried(String path, String list) {
        return counted(path + "/trial", list);
    }

    public Counted sent(String path, String list) {
        return counted(path, list);
    }

    /** The refused rows of a list, which is applied; each with its reason in the last column. */
    public String refusedRows(String path, String list) {
        return posted(path + "/returned?only_refused=true", list).body();
    }

    private Counted counted(String path, String list) {
        HttpResponse<String> answer = posted(path, list);
        try {
            JsonNode result = JSON.readTree(answer.body());
            return new Counted(
                    answer.statusCode(),
                    result.path("rows_applied").asInt(),
                    result.path("rows_refused").asInt());
        } catch (IOException e) {
            throw new OutsideFailure("the answer about a list cannot be read", e);
        }
    }

    private HttpResponse<String> posted(String path, String list) {
        return sent(
                request("/api/v1" + path)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(list)),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(registry.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        HttpRequest asked = request.build();
        try {
            return http.send(asked, as);
        } catch (IOException e) {
            throw new OutsideFailure("no answer from " + asked.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure("interrupted", e);
        }
    }
}
