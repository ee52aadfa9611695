package id.pkh.benchmarks;

import id.pkh.benchmarks.TailViewers.Told;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.localstack.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The console while events arrive faster than a person can read: every event is shown or counted,
 * and the overview stays fast.
 */
final class TailBenchmark implements Benchmark {

    private static final int EVENTS_PER_SECOND = 5_000;
    private static final int WARM_UP_EVENTS = 25_000;
    private static final int VIEWERS = 5;
    private static final double TARGET_OVERVIEW_MILLIS = 300;
    private static final double TARGET_BEHIND_SECONDS = 1;
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEAP = "-Xmx512m";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "tail";
    }

    @Override
    public String title() {
        return "the live page under 5,000 events/s; the overview compared with a static file of the same console";
    }

    @Override
    public List<Figure> run(Bench bench) {
        try (Stack stack = Stacks.start(bench, name(), services(bench));
                Worker producer = producer(stack)) {
            ServiceProcess console = stack.service(Checkout.CONSOLE);
            String token = stack.token("watcher", List.of("OPERATIONS"), List.of("*"));
            HttpRequest stream = request(console.address().resolve("/tail/stream"), token);
            HttpRequest overview = request(console.address(), token);
            HttpRequest file = request(console.address().resolve("/console.css"), token);
            try (TailViewers viewers = new TailViewers(client, stream, VIEWERS)) {
                warmUp(viewers, producer, overview, file);
                try (PacedCalls pages = new PacedCalls(client, overview, EVERY);
                        PacedCalls files = new PacedCalls(client, file, EVERY)) {
                    return measure(bench, console, viewers, producer, pages, files);
                }
            }
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    private List<Figure> measure(
            Bench bench,
            ServiceProcess console,
            TailViewers viewers,
            Worker producer,
            PacedCalls pages,
            PacedCalls files) {
        List<Told> before = viewers.told();
        double[] sent = producer.ask(bench.events() + " " + EVENTS_PER_SECOND);
        long end = System.nanoTime();
        List<Double> pageMillis = pages.millis();
        List<Double> fileMillis = files.millis();
        boolean complete =
                Waiting.until(PATIENCE, LOOK_EVERY, () -> least(viewers, before) >= bench.events());
        double behind = (System.nanoTime() - end) / 1e9;
        List<Told> told = since(viewers, before);
        told.forEach(viewer -> bench.progress("a viewer received: %s", viewer));
        if (!complete || told.stream().anyMatch(viewer -> !isWhole(viewer, bench.events()))) {
            throw new CannotRun("of %d events some were lost".formatted(bench.events()));
        }
        bench.progress(
                "%d overviews: median %s ms, p99 %s ms; %d files: median %s ms, p99 %s ms",
                pageMillis.size(),
                Numbers.text(Statistics.median(pageMillis)),
                Numbers.text(Statistics.percentile(pageMillis, 99)),
                fileMillis.size(),
                Numbers.text(Statistics.median(fileMillis)),
                Numbers.text(Statistics.percentile(fileMillis, 99)));
        double peak = ProcessMemory.peakMb(console.pid());
        return List.of(
                new Figure(
                        name() + ".overview",
                        Statistics.percentile(pageMillis, 95),
                        "ms",
                        "a file of the console",
                        Statistics.percentile(fileMillis, 95),
                        sent[1],
                        peak,
                        Target.valueBelow(TARGET_OVERVIEW_MILLIS)),
                new Figure(
                        name() + ".behind",
                        behind,
                        "s",
                        "the producer's last answer",
                        sent[2],
                        sent[1],
                        peak,
                        Target.valueBelow(TARGET_BEHIND_SECONDS)));
    }

    /** Every event is shown or counted, and none twice. */
    static boolean isWhole(Told viewer, long sent) {
        return viewer.passed() == sent && viewer.isComplete();
    }

    private static long least(TailViewers viewers, List<Told> before) {
        return since(viewers, before).stream().mapToLong(Told::passed).min().orElseThrow();
    }

    private static List<Told> since(TailViewers viewers, List<Told> before) {
        List<Told> now = viewers.told();
        List<Told> since = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            since.add(now.get(i).since(before.get(i)));
        }
        return since;
    }

    /**
     * Publishes all of it for some seconds; a viewer who follows the topics from then on misses
     * nothing.
     */
    private void warmUp(
            TailViewers viewers, Worker producer, HttpRequest overview, HttpRequest file) {
        try (PacedCalls pages = new PacedCalls(client, overview, EVERY);
                PacedCalls files = new PacedCalls(client, file, EVERY)) {
            producer.ask(WARM_UP_EVENTS + " " + EVENTS_PER_SECOND);
            pages.millis();
            files.millis();
        }
        List<Told> nothing = viewers.told().stream().map(viewer -> Told.NOTHING).toList();
        boolean sees = Waiting.until(PATIENCE, LOOK_EVERY, () -> least(viewers, nothing) > 0);
        if (!sees) {
            throw new CannotRun("the live page shows nothing of what passes");
        }
        awaitQuiet(viewers);
    }

    private static void awaitQuiet(TailViewers viewers) {
        Duration quiet = Duration.ofSeconds(2);
        List<Told> last = List.of();
        for (int i = 0; i < PATIENCE.toSeconds() && !viewers.told().equals(last); i++) {
            last = viewers.told();
            Waiting.until(quiet, quiet, () -> false);
        }
    }

    private static List<ServiceSpec> services(Bench bench) {
        return new Checkout(bench.root())
                .builtServices().stream()
                        .map(spec -> spec.name().equals(Checkout.CONSOLE) ? withHeap(spec) : spec)
                        .toList();
    }

    /** If the heap size is given twice, the JVM uses the last one. */
    private static ServiceSpec withHeap(ServiceSpec console) {
        List<String> program = new ArrayList<>();
        program.add(HEAP);
        program.addAll(console.program());
        return console.running(program);
    }

    private static Worker producer(Stack stack) {
        return Worker.start(
                PacedWorker.class,
                Jvm.SERVICE_FLAGS,
                List.of(stack.kafka().bootstrapServers()),
                Map.of(),
                stack.plan().logs().resolve("producer.log"));
    }

    private static HttpRequest request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .header("Cookie", "pkh_console=" + token)
                .timeout(Duration.ofMinutes(15))
                .build();
    }
}
