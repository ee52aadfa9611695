package id.pkh.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.pkh.benchmarks.states.FamilyStates;
import id.pkh.launcher.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** From the outbox to Kafka: how fast a backlog is published. */
final class RelayBenchmark implements Benchmark {

    private static final int FAMILIES = 50_000;
    private static final double TARGET_RATIO = 0.7;
    private static final String DATABASE = "bench";
    private static final String TOPIC = "pkh.bench.relay.v1";
    private static final List<String> LIMIT_FLAGS = List.of("-Xmx2g");

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String title() {
        return "an outbox is carried to Kafka; the limit is the same producer sending from memory";
    }

    @Override
    public List<Figure> run(Bench bench) {
        int rows = bench.events();
        try (Stack stack = Stacks.start(bench, name(), List.of())) {
            stack.postgres().createDatabase(DATABASE);
            fill(bench, stack, rows);
            try (Worker drain = drainWorker(stack)) {
                pass(bench, "warm-up: relay", drain, rows);
                try (Worker produce = produceWorker(stack, rows)) {
                    pass(bench, "warm-up: producer alone", produce, rows);
                    return List.of(measure(bench, drain, produce, rows));
                }
            }
        }
    }

    private Figure measure(Bench bench, Worker drain, Worker produce, int rows) {
        List<Double> drained = new ArrayList<>();
        List<Double> produced = new ArrayList<>();
        for (int round = 1; round <= bench.rounds(); round++) {
            drained.add(pass(bench, "round " + round + ": relay", drain, rows));
            produced.add(pass(bench, "round " + round + ": producer alone", produce, rows));
        }
        double seconds = Statistics.median(drained);
        return new Figure(
                name(),
                rows / seconds,
                "events/s",
                "producer alone",
                rows / Statistics.median(produced),
                seconds,
                drain.peakRssMb(),
                Target.ratioAtLeast(TARGET_RATIO));
    }

    private static double pass(Bench bench, String what, Worker worker, int rows) {
        double[] answer = worker.ask("go");
        if (answer[0] != rows) {
            throw new CannotRun("%s sent %.0f of %d records".formatted(what, answer[0], rows));
        }
        bench.progress("%s, %s events/s", what, Numbers.text(rows / answer[1]));
        return answer[1];
    }

    private static void fill(Bench bench, Stack stack, int rows) {
        PGSimpleDataSource database = (PGSimpleDataSource) stack.postgres().owner(DATABASE);
        Flyway.configure().dataSource(database).locations("db/platform").load().migrate();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            database.setReWriteBatchedInserts(true);
            FamilyStates states = new FamilyStates(Math.min(FAMILIES, rows), false);
            long bytes = new OutboxFiller().fill(database, TOPIC, states, rows);
            sql.execute("VACUUM (ANALYZE) outbox");
            bench.progress("%,d rows in the outbox, payloads of %d bytes", rows, bytes);
        } catch (SQLException | JsonProcessingException e) {
            throw new CannotRun("the outbox could not be filled", e);
        }
    }

    private static Worker drainWorker(Stack stack) {
        return Worker.start(
                DrainWorker.class,
                Jvm.SERVICE_FLAGS,
                List.of(
                        stack.kafka().bootstrapServers(),
                        stack.postgres().jdbcUrl(DATABASE),
                        DATABASE),
                Map.of(DrainWorker.PASSWORD, stack.postgres().password(DATABASE)),
                stack.plan().logs().resolve("relay.log"));
    }

    private static Worker produceWorker(Stack stack, int rows) {
        return Worker.start(
                ProduceWorker.class,
                LIMIT_FLAGS,
                List.of(stack.kafka().bootstrapServers(), TOPIC, String.valueOf(rows)),
                Map.of(),
                stack.plan().logs().resolve("producer.log"));
    }
}
