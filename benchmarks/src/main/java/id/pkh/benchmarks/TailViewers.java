package id.pkh.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Several viewers of the live page, and the data that each of them got. */
final class TailViewers implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    /**
     * The data that a viewer got so far.
     *
     * @param passed records on all topics
     * @param shown number of them that were shown
     * @param leftOut counted, because there were too many to read
     * @param dropped counted, because they were overwritten before this viewer was served
     */
    record Told(long passed, long shown, long leftOut, long dropped) {

        static final Told NOTHING = new Told(0, 0, 0, 0);

        Told and(JsonNode batch) {
            return new Told(
                    passed + batch.path("passed").asLong(),
                    shown + batch.path("events").size(),
                    leftOut + batch.path("leftOut").asLong(),
                    dropped + batch.path("dropped").asLong());
        }

        Told since(Told before) {
            return new Told(
                    passed - before.passed,
                    shown - before.shown,
                    leftOut - before.leftOut,
                    dropped - before.dropped);
        }

        /** Every record is shown or counted. */
        boolean isComplete() {
            return passed == shown + leftOut + dropped;
        }
    }

    private static final class Viewer {
        private final InputStream stream;
        private volatile Told told = Told.NOTHING;
        private volatile boolean closed;

        Viewer(InputStream stream) {
            this.stream = stream;
        }

        void look() {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(DATA)) {
                        told = told.and(JSON.readTree(line.substring(DATA.length())));
                    }
                }
            } catch (IOException e) {
                if (!closed) {
                    throw new CannotRun("a viewer was cut off", e);
                }
            }
        }
    }

    private final List<Viewer> viewers = new ArrayList<>();

    TailViewers(HttpClient client, HttpRequest stream, int count) {
        for (int i = 0; i < count; i++) {
            try {
                HttpResponse<InputStream> answer =
                        client.send(stream, BodyHandlers.ofInputStream());
                if (answer.statusCode() != 200) {
                    throw new CannotRun("the live stream answered " + answer.statusCode());
                }
                Viewer viewer = new Viewer(answer.body());
                viewers.add(viewer);
                Thread thread = new Thread(viewer::look, "viewer-" + i);
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                throw new CannotRun("the live stream does not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotRun("interrupted", e);
            }
        }
    }

    List<Told> told() {
        return viewers.stream().map(viewer -> viewer.told).toList();
    }

    @Override
    public void close() {
        for (Viewer viewer : viewers) {
            viewer.closed = true;
            try {
                viewer.stream.close();
            } catch (IOException e) {
                throw new CannotRun("a viewer cannot leave", e);
            }
        }
    }
}
