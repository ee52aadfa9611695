package id.pkh.platform.messaging.relay;

import id.pkh.platform.messaging.MessagingConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Opens the relay's producer: idempotent, and acknowledged by all in-sync replicas. */
@ApplicationScoped
public class RelayProducers {

    private final Map<String, Object> brokerConfig;
    private final MessagingConfig config;

    public RelayProducers(
            @Identifier("default-kafka-broker") Map<String, Object> brokerConfig,
            MessagingConfig config) {
        this.brokerConfig = brokerConfig;
        this.config = config;
    }

    public Producer<String, byte[]> open() {
        return new KafkaProducer<>(settings());
    }

    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        brokerConfig.forEach(
                (name, value) -> {
                    if (ProducerConfig.configNames().contains(name)) {
                        settings.put(name, value);
                    }
                });
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, config.service() + "-relay");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // one: brokers before the fix of KAFKA-15591 accept the second request of a new producer
        // when
        // they refused the first because a leader was missing, and then refuse the first one
        // permanently
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        // every collection of a small heap copies the records that wait for an acknowledgement:
        // with
        // the default of 32 MiB this took a third of the relay's time
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8_388_608L);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        // never: if one record were given up, those behind it would reach the log before it
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return settings;
    }
}
