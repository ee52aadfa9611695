package id.pkh.benchmarks;

import id.pkh.client.disbursement.StandingsApi;
import id.pkh.client.meeting.MeetingsApi;
import id.pkh.client.meeting.model.AttendanceMark;
import id.pkh.client.meeting.model.MarkRequest;
import id.pkh.client.meeting.model.MeetingKind;
import id.pkh.client.meeting.model.MeetingRequest;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.localstack.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    private final HttpClient bare =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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
            Clients clients = new Clients(stack, token);
            List<Map.Entry<String, List<String>>> chosen =
                    LoadedDistrict.load(bench, stack, clients, groups * FAMILIES_IN_GROUP)
                            .entrySet()
                            .stream()
                            .filter(group -> group.getValue().size() >= WARNINGS_IN_GROUP)
                            .limit(groups)
                            .toList();
            if (chosen.size() < groups) {
                throw new CannotRun("only %d of %d groups".formatted(chosen.size(), groups));
            }
            return measure(bench, stack, clients, hop, chosen);
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    private List<Figure> measure(
            Bench bench,
            Stack stack,
            Clients clients,
            KafkaHop hop,
            List<Map.Entry<String, List<String>>> groups) {
        bench.progress("warm-up: a first absence in each of %d groups", groups.size());
        groups.forEach(group -> meeting(clients, group, MONTHS.get(0), 0));
        List<Double> warned = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        long begin = System.nanoTime();
        for (int month = 1; month < MONTHS.size(); month++) {
            for (Map.Entry<String, List<String>> group : groups) {
                rest();
                warned.add(warning(clients, group, month));
                rest();
                bare.add(bareRoundTrips(stack, hop));
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
    private static double warning(
            Clients clients, Map.Entry<String, List<String>> group, int month) {
        UUID family = UUID.fromString(group.getValue().get(month - 1));
        long start = System.nanoTime();
        meeting(clients, group, MONTHS.get(month), month - 1, month);
        boolean isThere = Waiting.until(PATIENCE, LOOK_EVERY, () -> isWarned(clients, family));
        if (!isThere) {
            throw new CannotRun("no warning after " + PATIENCE.toSeconds() + " s");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static boolean isWarned(Clients clients, UUID family) {
        return clients.of(Checkout.DISBURSEMENT)
                .call(StandingsApi::new, standings -> standings.getRecordedStanding(family))
                .getWarned();
    }

    private static void meeting(
            Clients clients, Map.Entry<String, List<String>> group, String month, int... absent) {
        Set<Integer> away = Arrays.stream(absent).boxed().collect(Collectors.toSet());
        MeetingRequest report =
                new MeetingRequest()
                        .groupCode(group.getKey())
                        .kind(MeetingKind.GROUP_MEETING)
                        .heldOn(LocalDate.parse(month + "-15"));
        for (int i = 0; i < group.getValue().size(); i++) {
            report.addAttendanceItem(
                    new MarkRequest()
                            .kpmId(UUID.fromString(group.getValue().get(i)))
                            .mark(
                                    away.contains(i)
                                            ? AttendanceMark.ABSENT
                                            : AttendanceMark.PRESENT));
        }
        clients.of(Checkout.MEETING)
                .call(MeetingsApi::new, meetings -> meetings.recordMeeting(report));
    }

    private double bareRoundTrips(Stack stack, KafkaHop hop) {
        URI meeting = alive(stack, Checkout.MEETING);
        URI disbursement = alive(stack, Checkout.DISBURSEMENT);
        long start = System.nanoTime();
        get(meeting);
        hop.go();
        hop.go();
        get(disbursement);
        return (System.nanoTime() - start) / 1e6;
    }

    private void get(URI address) {
        try {
            bare.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new CannotRun(address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        }
    }

    private static URI alive(Stack stack, String service) {
        return stack.service(service).managementAddress().resolve("/q/health/live");
    }

    /** Waits until the effects of the last round are complete. */
    private static void rest() {
        Waiting.until(REST_BETWEEN, REST_BETWEEN, () -> false);
    }
}
