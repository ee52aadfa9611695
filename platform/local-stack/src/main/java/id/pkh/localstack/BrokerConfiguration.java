package id.pkh.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The {@code server.properties} of a single broker on a small machine. */
final class BrokerConfiguration {

    private BrokerConfiguration() {}

    static List<String> lines(LocalKafka.Settings settings, Properties handle) {
        int controllerPort = Ports.free();
        Path data = settings.directory().resolve("data");
        List<String> lines = new ArrayList<>();
        lines.add("process.roles=broker,controller");
        lines.add("node.id=1");
        lines.add("controller.quorum.voters=1@127.0.0.1:" + controllerPort);
        lines.add("controller.listener.names=CONTROLLER");
        lines.addAll(listeners(settings, handle, controllerPort));
        lines.add("log.dirs=" + data);
        lines.addAll(ALONE);
        lines.addAll(SMALL);
        return lines;
    }

    private static List<String> listeners(
            LocalKafka.Settings settings, Properties handle, int controllerPort) {
        String inner = handle.getProperty("behind.proxy.port");
        String own = "PLAINTEXT://127.0.0.1:" + settings.port();
        String controller = "CONTROLLER://127.0.0.1:" + controllerPort;
        if (inner == null) {
            return List.of(
                    "listeners=" + own + "," + controller,
                    "advertised.listeners=" + own,
                    "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        }
        return List.of(
                "listeners=" + own + ",PROXIED://127.0.0.1:" + inner + "," + controller,
                "advertised.listeners="
                        + own
                        + ",PROXIED://127.0.0.1:"
                        + settings.advertisedProxyPort(),
                "listener.security.protocol.map="
                        + "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT");
    }

    /** One broker: no replicas, and no waiting for other brokers. */
    private static final List<String> ALONE =
            List.of(
                    "inter.broker.listener.name=PLAINTEXT",
                    "auto.create.topics.enable=false",
                    "default.replication.factor=1",
                    "min.insync.replicas=1",
                    "offsets.topic.replication.factor=1",
                    "offsets.topic.num.partitions=4",
                    "transaction.state.log.replication.factor=1",
                    "transaction.state.log.min.isr=1",
                    "transaction.state.log.num.partitions=2",
                    "share.coordinator.state.topic.replication.factor=1",
                    "share.coordinator.state.topic.min.isr=1",
                    "share.coordinator.state.topic.num.partitions=1",
                    "group.initial.rebalance.delay.ms=0");

    /** Sized for two cores and a small heap, which other processes share. */
    private static final List<String> SMALL =
            List.of(
                    "log.segment.bytes=16777216",
                    "log.index.size.max.bytes=1048576",
                    "log.cleaner.dedupe.buffer.size=8388608",
                    "log.cleaner.threads=1",
                    "num.network.threads=2",
                    "num.io.threads=4",
                    "background.threads=2",
                    "num.recovery.threads.per.data.dir=2",
                    "num.replica.fetchers=1",
                    "controlled.shutdown.enable=false");
}
