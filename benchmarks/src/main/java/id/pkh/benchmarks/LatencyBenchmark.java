package id.pkh.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.localstack.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The time from the meeting in which a family is absent for the second month in a row to the
 * warning in the service that decides about money: through three services and two topics, on an
 * otherwise idle system.
 */
final class LatencyBenchmark implements Benchmark {

    private static final int WARNINGS_IN_GROUP = 2;
    private static final int FAMILIES_IN_GROUP = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final Duration REST_BETWEEN = Duration.ofMillis(100);
    private static final List<String> MONTHS = List.of("2026-01", "2026-02", "2026-03");
    private static final double TARGET_MEDIAN_MILLIS = 250;
    private static final double TARGET_P99_MILLIS = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String title() {
        return "from a meeting to the warning at disbursement; the limit is its network alone";
    }

    @Override
    public List<Figure> run(Bench bench) {
        int warnings = bench.warnings();
        int groups = (warnings + WARNINGS_IN_GROUP - 1) / WARNINGS_IN_GROUP;
        try (Stack stack = Stacks.start(bench, name(), new Checkout(bench.root()).builtServices());
                KafkaHop hop = new KafkaHop(stack.kafka().bootstrapServers())) {
            String token = stack.token("bench", List.of("DATA_ADMINISTRATOR"), List.of("*"));
            Http http = new Http(stack.addresses(), token);
            List<Map.Entry<String, List<String>>> chosen =
                    LoadedDistrict.load(bench, stack, http, groups * FAMILIES_IN_GROUP)
                            .entrySet()
                            .stream()
                            .filter(group -> group.getValue().size() >= WARNINGS_IN_GROUP)
                            .limit(groups)
                            .toList();
            if (chosen.size() < groups) {
                throw new CannotRun("only %d of %d groups".formatted(chosen.size(), groups));
            }
            return measure(bench, stack, http, hop, chosen);
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    private List<Figure> measure(
            Bench bench,
            Stack stack,
            Http http,
            KafkaHop hop,
            List<Map.Entry<String, List<String>>> groups) {
        bench.progress("warm-up: a first absence in each of %d groups", groups.size());
        groups.forEach(group -> meeting(http, group, MONTHS.get(0), 0));
        List<Double> warned = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        long begin = System.nanoTime();
        for (int month = 1; month < MONTHS.size(); month++) {
            for (Map.Entry<String, List<String>> group : groups) {
                rest();
                warned.add(warning(http, group, month));
                rest();
                bare.add(bareRoundTrips(stack, http, hop));
            }
            bench.progress(
                    "%d warnings, median %s ms, bare round trips %s ms",
                    warned.size(),
                    Numbers.text(Statistics.median(warned)),
                    Numbers.text(Statistics.median(bare)));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double peak =
                stack.services().stream()
                        .mapToDouble(service -> ProcessMemory.peakMb(service.pid()))
                        .max()
                        .orElse(Double.NaN);
        return List.of(
                figure(".median", 50, warned, bare, seconds, peak, TARGET_MEDIAN_MILLIS),
                figure(".p99", 99, warned, bare, seconds, peak, TARGET_P99_MILLIS));
    }

    private Figure figure(
            String suffix,
            double percent,
            List<Double> warned,
            List<Double> bare,
            double seconds,
            double peak,
            double target) {
        return new Figure(
                name() + suffix,
                Statistics.percentile(warned, percent),
                "ms",
                "2 REST round trips and 2 Kafka hops",
                Statistics.percentile(bare, percent),
                seconds,
                peak,
                Target.valueBelow(target));
    }

    /**
     * The family that was absent last month is absent again, and the next family for the first
     * time.
     */
    private static double warning(Http http, Map.Entry<String, List<String>> group, int month) {
        String family = group.getValue().get(month - 1);
        String path = "/api/v1/standings/" + family;
        long start = System.nanoTime();
        meeting(http, group, MONTHS.get(month), month - 1, month);
        boolean isThere =
                Waiting.until(
                        PATIENCE,
                        LOOK_EVERY,
                        () -> isWarned(http.get(Checkout.DISBURSEMENT, path)));
        if (!isThere) {
            throw new CannotRun("no warning after " + PATIENCE.toSeconds() + " s");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static boolean isWarned(JsonNode standing) {
        return standing.path("warned").asBoolean();
    }

    private static void meeting(
            Http http, Map.Entry<String, List<String>> group, String month, int... absent) {
        Set<Integer> away = Arrays.stream(absent).boxed().collect(Collectors.toSet());
        ObjectNode report = JSON.createObjectNode();
        report.put("group_code", group.getKey());
        report.put("kind", "GROUP_MEETING");
        report.put("held_on", month + "-15");
        ArrayNode attendance = report.putArray("attendance");
        for (int i = 0; i < group.getValue().size(); i++) {
            attendance
                    .addObject()
                    .put("kpm_id", group.getValue().get(i))
                    .put("mark", away.contains(i) ? "ABSENT" : "PRESENT");
        }
        http.post(Checkout.MEETING, "/api/v1/meetings", report);
    }

    private static double bareRoundTrips(Stack stack, Http http, KafkaHop hop) {
        URI meeting = alive(stack, Checkout.MEETING);
        URI disbursement = alive(stack, Checkout.DISBURSEMENT);
        long start = System.nanoTime();
        http.status(meeting);
        hop.go();
        hop.go();
        http.status(disbursement);
        return (System.nanoTime() - start) / 1e6;
    }

    private static URI alive(Stack stack, String service) {
        return stack.service(service).managementAddress().resolve("/q/health/live");
    }

    /** Waits until the effects of the last round are complete. */
    private static void rest() {
        Waiting.until(REST_BETWEEN, REST_BETWEEN, () -> false);
    }
}
