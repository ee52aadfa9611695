package id.pkh.platform.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How a service publishes and receives. */
@ConfigMapping(prefix = "pkh.messaging")
public interface MessagingConfig {

    /**
     * Context of the service, such as {@code meeting}: in {@code ce_source} and in the names of
     * dead-letter topics.
     */
    String service();

    Relay relay();

    Retry retry();

    Inbox inbox();

    /** From the outbox to Kafka. */
    interface Relay {

        @WithDefault("true")
        boolean enabled();

        /**
         * Longest wait before looking for new rows; a commit in this process wakes the relay at
         * once.
         */
        @WithName("poll.millis")
        @WithDefault("100")
        long pollMillis();

        /** How long a relay that has gone silent keeps its shards. */
        @WithName("lease.seconds")
        @WithDefault("15")
        int leaseSeconds();
    }

    /** In-place retries of transient failures. */
    interface Retry {

        @WithName("first.millis")
        @WithDefault("100")
        long firstMillis();

        @WithName("longest.millis")
        @WithDefault("5000")
        long longestMillis();

        @WithName("transaction-timeout.seconds")
        @WithDefault("120")
        int transactionTimeoutSeconds();
    }

    /** Memory of events already dealt with. */
    interface Inbox {

        /** How long event ids are remembered; longer than any topic is kept. */
        @WithName("retention.days")
        @WithDefault("60")
        int retentionDays();
    }
}
