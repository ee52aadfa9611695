package id.pkh.benchmarks;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.relay.RelayProducers;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The relay's configuration and producer with the default settings of a service. */
final class RelaySettings {

    private static final String SERVICE = "bench";

    private RelaySettings() {}

    static MessagingConfig config() {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(MessagingConfig.class)
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of("pkh.messaging.service", SERVICE), "bench", 100))
                        .build();
        return config.getConfigMapping(MessagingConfig.class);
    }

    static RelayProducers producers(String bootstrapServers) {
        return new RelayProducers(Map.of("bootstrap.servers", bootstrapServers), config());
    }
}
