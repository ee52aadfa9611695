package id.pkh.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.localstack.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The registry as other systems and offices use it: lists of families with their members come in,
 * families are read and looked up while nobody waits for another, and all of them go out as a file.
 */
final class RegistryBenchmark implements Benchmark {

    /** A list has this many families, so that the first and the last can be compared. */
    private static final int IN_LIST = 100_000;

    private static final String HEAP = "512m";
    private static final int SECONDS = 20;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SENDERS = 48;
    private static final int READS = 500;
    private static final int LOOK_UPS = 200;
    private static final double TARGET_IMPORT = 8_000;
    private static final double TARGET_READ_MILLIS = 20;
    private static final double TARGET_LOOK_UP_MILLIS = 40;
    private static final Duration REST = Duration.ofSeconds(10);

    private ListUploads uploads;

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public String title() {
        return "lists of families in, reads and look-ups, and the families out; the limits are COPY and the answer that the service lives";
    }

    @Override
    public List<Figure> run(Bench bench) {
        Path folder = bench.directory().resolve("lists");
        try (Stack stack = Stacks.ofService(bench, name(), Checkout.REGISTRY, HEAP)) {
            String administrator =
                    stack.token("bench", List.of("DATA_ADMINISTRATOR"), List.of("*"));
            URI registry = stack.service(Checkout.REGISTRY).address();
            DataSource database = stack.postgres().superuser(Checkout.REGISTRY);
            RawCopy copy = new RawCopy(database, folder);
            uploads = new ListUploads(registry);
            uploads.send(administrator, "areas", FamilyLists.areas(folder));
            List<Figure> figures = new ArrayList<>();
            figures.add(imported(bench, stack, administrator, folder, copy));
            awaitFeed(new Counts(database));
            execute(database, "VACUUM (ANALYZE)");
            URI alive =
                    stack.service(Checkout.REGISTRY).managementAddress().resolve("/q/health/live");
            figures.add(read(bench, stack, registry, administrator, alive, idsOf(database)));
            figures.add(lookedUp(bench, stack, registry, administrator, alive));
            figures.add(
                    new FamilyExport(registry, uploads, copy)
                            .figure(bench, name(), administrator, stack));
            return figures;
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    private Figure imported(Bench bench, Stack stack, String token, Path folder, RawCopy copy)
            throws SQLException {
        Map<String, Long> before = copy.counts();
        double seconds = 0;
        for (int from = 0; from < bench.families(); from += IN_LIST) {
            int to = Math.min(bench.families(), from + IN_LIST);
            Path families = FamilyLists.families(folder, from, to);
            Path members = FamilyLists.members(folder, from, to);
            long start = System.nanoTime();
            requireApplied(to - from, uploads.send(token, "families", families));
            double half = (System.nanoTime() - start) / 1e9;
            requireApplied(
                    IntStream.range(from, to).map(FamilyLists::membersOf).sum(),
                    uploads.send(token, "members", members));
            double list = (System.nanoTime() - start) / 1e9;
            seconds += list;
            bench.progress(
                    "%,d families with members: this list %s families/s (families alone %s/s), %s MB",
                    to,
                    Numbers.text((to - from) / list),
                    Numbers.text((to - from) / half),
                    Numbers.text(ProcessMemory.peakMb(stack.service(Checkout.REGISTRY).pid())));
            delete(families, members);
        }
        List<String> grown = RawCopy.grown(before, copy.counts());
        grown.remove("received_file");
        double bare = copy.seconds(grown);
        bench.progress("bare COPY into %s: %s s", String.join(", ", grown), Numbers.text(bare));
        return new Figure(
                name() + ".import",
                bench.families() / seconds,
                "families/s",
                "bare COPY of the same rows",
                bench.families() / bare,
                seconds,
                ProcessMemory.peakMb(stack.service(Checkout.REGISTRY).pid()),
                Target.valueAtLeast(TARGET_IMPORT));
    }

    /** Waits until the events of the lists have gone through Kafka into the feed. */
    static void awaitFeed(Counts counts) throws SQLException {
        for (long before = -1, now = 0; now != before; ) {
            before = now;
            Waiting.until(REST, REST, () -> false);
            now = counts.number("SELECT count(*) FROM feed_event");
        }
    }

    private Figure read(
            Bench bench, Stack stack, URI registry, String token, URI alive, List<String> ids) {
        return paced(
                bench,
                stack,
                "get",
                READS,
                TARGET_READ_MILLIS,
                alive,
                i ->
                        HttpRequest.newBuilder(
                                        registry.resolve(
                                                "/api/v1/kpm/" + ids.get(spread(i, ids.size()))))
                                .header("Authorization", "Bearer " + token)
                                .build());
    }

    private Figure lookedUp(Bench bench, Stack stack, URI registry, String token, URI alive) {
        return paced(
                bench,
                stack,
                "look_up",
                LOOK_UPS,
                TARGET_LOOK_UP_MILLIS,
                alive,
                i ->
                        HttpRequest.newBuilder(registry.resolve("/api/v1/look-ups"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"nik\":\"%s\",\"purpose\":\"benchmark\"}"
                                                        .formatted(
                                                                FamilyLists.caretaker(
                                                                        spread(
                                                                                i,
                                                                                bench
                                                                                        .families())))))
                                .build());
    }

    private interface Made {
        HttpRequest request(int number);
    }

    private Figure paced(
            Bench bench,
            Stack stack,
            String figure,
            int perSecond,
            double target,
            URI alive,
            Made made) {
        List<Double> p99 = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        HttpRequest lives = HttpRequest.newBuilder(alive).build();
        try (PacedRequests requests = new PacedRequests(SENDERS)) {
            requests.send(
                    IntStream.range(0, perSecond * WARM_UP_SECONDS).boxed().toList(),
                    perSecond,
                    i -> uploads.answered(made.request(i), BodyHandlers.discarding()));
            List<Integer> numbers = IntStream.range(0, perSecond * SECONDS).boxed().toList();
            for (int round = 1; round <= bench.rounds(); round++) {
                List<Double> millis =
                        requests.send(
                                numbers,
                                perSecond,
                                i -> uploads.answered(made.request(i), BodyHandlers.discarding()));
                List<Double> bare =
                        requests.send(
                                numbers,
                                perSecond,
                                i -> uploads.answered(lives, BodyHandlers.discarding()));
                p99.add(Statistics.percentile(millis, 99));
                limits.add(Statistics.percentile(bare, 99));
                bench.progress(
                        "%s, round %d: median %s ms, p99 %s ms; the service lives: p99 %s ms",
                        figure,
                        round,
                        Numbers.text(Statistics.median(millis)),
                        Numbers.text(p99.get(round - 1)),
                        Numbers.text(limits.get(round - 1)));
            }
        }
        return new Figure(
                name() + "." + figure + ".p99",
                Statistics.median(p99),
                "ms",
                "the answer that the service lives",
                Statistics.median(limits),
                SECONDS,
                ProcessMemory.peakMb(stack.service(Checkout.REGISTRY).pid()),
                Target.valueBelow(target));
    }

    private static void requireApplied(int rows, JsonNode result) {
        Counts.require("rows applied", rows, result.path("rows_applied").asInt());
    }

    /** Numbers that lie far from each other, so that hardly a page is read twice. */
    private static int spread(int i, int size) {
        return (int) ((i * 7_919L + 13) % size);
    }

    private static List<String> idsOf(DataSource database) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows =
                        sql.executeQuery(
                                "SELECT id FROM kpm TABLESAMPLE SYSTEM (50) LIMIT 200000")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static void execute(DataSource database, String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void delete(Path... files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException left) {
                throw new CannotRun(file + " cannot be deleted", left);
            }
        }
    }
}
