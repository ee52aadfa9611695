package id.pkh.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntPredicate;

/**
 * One list of which every tenth row is wrong, beside one without a fault; and two lists of
 * different senders at the same time, beside one that is as long as both.
 */
final class BadListBenchmark implements Benchmark {

    private static final String HEAP = "512m";
    private static final int WARM_UP = 50_000;
    private static final int FIRST_REFUSALS = 500;
    private static final double TARGET_RATIO = 0.8;
    private static final double TARGET_AT_ONCE = 1;
    private static final String FAMILIES = "families";

    @Override
    public String name() {
        return "bad-list";
    }

    @Override
    public String title() {
        return "a list of which every tenth row is wrong, and two lists at once; the limit is one list without a fault, the faster of one before and one after";
    }

    @Override
    public List<Figure> run(Bench bench) {
        Path folder = bench.directory().resolve("bad-lists");
        try (Stack stack = Stacks.ofService(bench, name(), Checkout.REGISTRY, HEAP)) {
            Lists lists = new Lists(bench, stack, folder);
            lists.send(lists.whole, "areas", FamilyLists.areas(folder));
            int rows = bench.families();
            lists.good("warm-up", 4 * rows, 4 * rows + WARM_UP);
            double before = lists.good("a list without a fault", 0, rows);
            double bad = lists.bad(rows, 2 * rows);
            double atOnce = lists.twoAtOnce(2 * rows, 3 * rows);
            double after = lists.good("another without a fault", 3 * rows, 4 * rows);
            double good = Math.min(before, after);
            double memory = lists.memory();
            return List.of(
                    new Figure(
                            name() + ".import",
                            rows / bad,
                            "rows/s",
                            "a list without a fault",
                            rows / good,
                            bad,
                            memory,
                            Target.ratioAtLeast(TARGET_RATIO)),
                    new Figure(
                            name() + ".two-at-once",
                            rows / atOnce,
                            "rows/s",
                            "one list as long as both",
                            rows / good,
                            atOnce,
                            memory,
                            Target.ratioAtLeast(TARGET_AT_ONCE)));
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    /** Sends lists one after the other; before each, the events of the one before are carried. */
    private static final class Lists {

        private final Bench bench;
        private final Stack stack;
        private final Path folder;
        private final ListUploads uploads;
        private final Counts counts;
        private final String whole;

        Lists(Bench bench, Stack stack, Path folder) {
            this.bench = bench;
            this.stack = stack;
            this.folder = folder;
            this.uploads = new ListUploads(stack.service(Checkout.REGISTRY).address());
            this.counts = new Counts(stack.postgres().superuser(Checkout.REGISTRY));
            this.whole = administrator("bench", List.of("*"));
        }

        private String administrator(String subject, List<String> areas) {
            return stack.token(subject, List.of("DATA_ADMINISTRATOR"), areas);
        }

        private JsonNode send(String token, String kind, Path list) {
            return uploads.send(token, kind, list);
        }

        double memory() {
            return ProcessMemory.peakMb(stack.service(Checkout.REGISTRY).pid());
        }

        /** The seconds of a list without a fault. */
        double good(String what, int from, int to) throws SQLException {
            Path list = FamilyLists.families(folder, from, to);
            long start = System.nanoTime();
            JsonNode result = send(whole, FAMILIES, list);
            double seconds = settled(what, to - from, start);
            Counts.require("rows applied", to - from, result.path("rows_applied").asInt());
            return seconds;
        }

        double bad(int from, int to) throws SQLException {
            Path list = FamilyLists.badFamilies(folder, from, to);
            long start = System.nanoTime();
            JsonNode result = send(whole, FAMILIES, list);
            double seconds = settled("every tenth row wrong", to - from, start);
            int wrong = (int) FamilyLists.numbers(from, to).filter(FamilyLists::isBad).count();
            Counts.require("rows applied", to - from - wrong, result.path("rows_applied").asInt());
            Counts.require("rows refused", wrong, result.path("rows_refused").asInt());
            requireReasons(result.path("file_id").asText(), Math.min(wrong, FIRST_REFUSALS));
            return seconds;
        }

        private void requireReasons(String file, int rows) {
            JsonNode items =
                    uploads.get(
                                    whole,
                                    "/api/v1/imports/%s/refusals?limit=%d"
                                            .formatted(file, FIRST_REFUSALS))
                            .path("items");
            Counts.require("refused rows that are shown", rows, items.size());
            List<String> codes = new ArrayList<>();
            items.forEach(item -> codes.add(item.path("code").asText()));
            Counts.require("refused rows without a reason", false, codes.contains(""));
            bench.progress("reasons: %s", String.join(", ", codes.stream().distinct().toList()));
        }

        double twoAtOnce(int from, int to) throws SQLException {
            List<String> west = FamilyLists.regencies(true);
            List<String> east = FamilyLists.regencies(false);
            Path first = FamilyLists.families(folder, "west", from, to, FamilyLists::isWest);
            IntPredicate isEast = number -> !FamilyLists.isWest(number);
            Path second = FamilyLists.families(folder, "east", from, to, isEast);
            long start = System.nanoTime();
            ExecutorService senders = Executors.newFixedThreadPool(2);
            try {
                CompletableFuture<JsonNode> one =
                        CompletableFuture.supplyAsync(
                                () -> send(administrator("west", west), FAMILIES, first), senders);
                CompletableFuture<JsonNode> other =
                        CompletableFuture.supplyAsync(
                                () -> send(administrator("east", east), FAMILIES, second), senders);
                int applied =
                        one.join().path("rows_applied").asInt()
                                + other.join().path("rows_applied").asInt();
                double seconds = settled("two lists at once", to - from, start);
                Counts.require("rows applied", to - from, applied);
                return seconds;
            } finally {
                senders.shutdownNow();
            }
        }

        /** The time of a list ends with its answer; what follows from it does not count. */
        private double settled(String what, int rows, long start) throws SQLException {
            double seconds = (System.nanoTime() - start) / 1e9;
            bench.progress(
                    "%s: %,d rows in %s s, %s MB",
                    what, rows, Numbers.text(seconds), Numbers.text(memory()));
            RegistryBenchmark.awaitFeed(counts);
            return seconds;
        }
    }
}
