package id.pkh.benchmarks;

import id.pkh.localstack.LocalKafka;
import id.pkh.localstack.LocalPostgres;
import java.nio.file.Path;

/** A broker and a durable database of this run alone, gone with it. */
record Stack(Path directory, LocalKafka kafka, LocalPostgres postgres) implements AutoCloseable {

    static Stack start(Bench bench, String name) {
        bench.progress("starting Kafka and PostgreSQL");
        Path directory = bench.directory().resolve(name);
        LocalPostgres postgres =
                LocalPostgres.start(LocalPostgres.Settings.in(directory.resolve("postgres")));
        LocalKafka kafka = LocalKafka.start(LocalKafka.Settings.in(directory.resolve("kafka")));
        return new Stack(directory, kafka, postgres);
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }
}
