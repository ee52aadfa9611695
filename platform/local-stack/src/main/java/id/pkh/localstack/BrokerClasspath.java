package id.pkh.localstack;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The jars that a broker needs; each is found by a class that it contains.
 *
 * <p>{@code java.class.path} cannot be used: surefire puts a single booter jar there, and Quarkus
 * loads tests with its own class loaders. Asking a class for its location works in all of them.
 */
final class BrokerClasspath {

    private static final List<String> ONE_CLASS_OF_EACH_JAR =
            List.of(
                    "id.pkh.localstack.BrokerMain",
                    "kafka.Kafka",
                    "org.apache.kafka.clients.admin.Admin",
                    "org.apache.kafka.server.AssignmentsManager",
                    "org.apache.kafka.queue.KafkaEventQueue",
                    "org.apache.kafka.coordinator.group.api.assignor.ConsumerGroupPartitionAssignor",
                    "org.apache.kafka.coordinator.group.OffsetMetadataManager",
                    "org.apache.kafka.coordinator.transaction.TxnTransitMetadata",
                    "org.apache.kafka.coordinator.common.runtime.CoordinatorEvent",
                    "org.apache.kafka.coordinator.share.ShareCoordinatorShard",
                    "org.apache.kafka.common.metadata.ConfigRecordJsonConverter",
                    "org.apache.kafka.server.log.remote.storage.LogSegmentData",
                    "org.apache.kafka.server.log.remote.TopicPartitionLog",
                    "org.apache.kafka.tools.api.Decoder",
                    "org.apache.kafka.raft.KafkaNetworkChannel",
                    "scala.AnyVal",
                    "scala.reflect.api.Annotations",
                    "com.typesafe.scalalogging.AnyLogging",
                    "org.pcollections.IntTreePMap",
                    "org.HdrHistogram.AbstractHistogram",
                    "com.dynatrace.hash4j.consistent.ConsistentBucketHasher",
                    "com.github.benmanes.caffeine.cache.Caffeine",
                    "net.sourceforge.argparse4j.ArgumentParsers",
                    "org.apache.commons.validator.Validator",
                    "com.fasterxml.jackson.databind.ObjectMapper",
                    "com.fasterxml.jackson.annotation.JsonFormat",
                    "com.fasterxml.jackson.core.JsonFactory",
                    "com.fasterxml.jackson.dataformat.csv.CsvReadException",
                    "com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder",
                    "com.fasterxml.jackson.datatype.jdk8.Jdk8Serializers",
                    "org.yaml.snakeyaml.DumperOptions",
                    "joptsimple.OptionException",
                    "org.jose4j.base64url.Base64",
                    "com.yammer.metrics.core.MetricsRegistry",
                    "com.google.re2j.Matcher",
                    "org.apache.logging.log4j.LogManager",
                    "org.apache.logging.log4j.core.LoggerContext",
                    "org.slf4j.ILoggerFactory",
                    "com.github.luben.zstd.Zstd",
                    "net.jpountz.lz4.LZ4Factory",
                    "org.xerial.snappy.Snappy");

    private BrokerClasspath() {}

    static Set<Path> jars() {
        Set<Path> jars = new LinkedHashSet<>();
        for (String className : ONE_CLASS_OF_EACH_JAR) {
            jars.add(locationOf(className.replace('.', '/') + ".class"));
        }
        return jars;
    }

    static Path locationOf(String resource) {
        URL url = find(resource);
        if (url == null) {
            throw new IllegalStateException(
                    "the broker needs "
                            + resource
                            + ", which is in no jar on the class path: add kafka_2.13 and"
                            + " kafka-server to it");
        }
        String text = url.toString();
        String root =
                text.startsWith("jar:")
                        ? text.substring("jar:".length(), text.indexOf("!/"))
                        : text.substring(0, text.length() - resource.length());
        return Path.of(URI.create(root));
    }

    private static URL find(String resource) {
        URL url = BrokerClasspath.class.getClassLoader().getResource(resource);
        if (url == null) {
            url = ClassLoader.getSystemResource(resource);
        }
        return url;
    }
}
