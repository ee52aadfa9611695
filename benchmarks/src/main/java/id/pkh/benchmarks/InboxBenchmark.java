package id.pkh.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.pkh.benchmarks.StatePublisher.Published;
import id.pkh.benchmarks.states.FamilyStates;
import id.pkh.benchmarks.states.FamilyStates.Versioned;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.Stack;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** From Kafka into a projection, each event once: how fast a backlog is consumed. */
final class InboxBenchmark implements Benchmark {

    private static final int FAMILIES = 50_000;
    private static final double TARGET_EVENTS_PER_SECOND = 25_000;
    private static final String SERVICE = "bench";
    private static final String GROUP = "bench-service";
    private static final String TOPIC = "pkh.bench.state.v1";

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public String title() {
        return "a projection is built from a topic; the limit is its upsert alone, from memory";
    }

    @Override
    public List<Figure> run(Bench bench) {
        int events = bench.backlog();
        ServiceSpec spec =
                ServiceSpec.in(bench.target().resolve("consumer"), "benchmarks", SERVICE, 0);
        if (!Files.exists(spec.jar())) {
            throw new CannotRun(spec.jar() + " is missing: mvn -DskipTests package -pl benchmarks");
        }
        try (Stack stack = Stacks.start(bench, name(), List.of(spec))) {
            stack.service(SERVICE).stop(); // the consumer has created its tables
            Published published = publish(bench, stack, events);
            InboxTables tables =
                    new InboxTables(stack.postgres().superuser(SERVICE), published.ids());
            return List.of(measure(bench, stack, tables, published.states()));
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        }
    }

    private Figure measure(Bench bench, Stack stack, InboxTables tables, List<Versioned> states)
            throws SQLException {
        List<Double> applied = new ArrayList<>();
        List<Double> upserted = new ArrayList<>();
        double peak = 0;
        for (int round = 1; round <= bench.rounds(); round++) {
            ServiceProcess service = stack.service(SERVICE);
            tables.empty();
            forgetOffsets(stack);
            service.start();
            try {
                applied.add(tables.awaitAll(service));
                peak = Math.max(peak, ProcessMemory.peakMb(service.pid()));
            } finally {
                service.stop();
            }
            tables.verify(states);
            tell(bench, "round " + round + ": consumer", states.size(), applied.get(round - 1));

            List<List<Versioned>> chunks = tables.chunks(states);
            tables.empty();
            upserted.add(tables.upsert(chunks));
            tell(
                    bench,
                    "round %d: upsert alone, %d chunks".formatted(round, chunks.size()),
                    states.size(),
                    upserted.get(round - 1));
        }
        double seconds = Statistics.median(applied);
        return new Figure(
                name(),
                states.size() / seconds,
                "events/s",
                "upsert alone",
                states.size() / Statistics.median(upserted),
                seconds,
                peak,
                Target.valueAtLeast(TARGET_EVENTS_PER_SECOND));
    }

    private static void tell(Bench bench, String what, int events, double seconds) {
        bench.progress("%s, %s events/s", what, Numbers.text(events / seconds));
    }

    private static Published publish(Bench bench, Stack stack, int events) {
        FamilyStates states = new FamilyStates(Math.min(FAMILIES, events), true);
        try {
            Published published =
                    StatePublisher.publish(stack.kafka().bootstrapServers(), TOPIC, states, events);
            bench.progress(
                    "%,d events on the topic, payloads of %d bytes", events, published.meanBytes());
            return published;
        } catch (JsonProcessingException e) {
            throw new CannotRun("the events could not be written", e);
        }
    }

    /** The next run of the consumer starts at the beginning of the topic. */
    private static void forgetOffsets(Stack stack) {
        try (Admin admin = stack.kafka().admin()) {
            admin.deleteConsumerGroups(List.of(GROUP)).all().get();
        } catch (ExecutionException e) {
            throw new CannotRun("the consumer group could not be reset", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        }
    }
}
