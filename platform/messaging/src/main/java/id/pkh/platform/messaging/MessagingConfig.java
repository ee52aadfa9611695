package id.pkh.platform.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.time.Period;

/** How a service publishes and receives events. */
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

    Outbox outbox();

    /** From the outbox to Kafka. */
    interface Relay {

        @WithDefault("true")
        boolean enabled();

        /** Longest wait for new rows; a commit in this process wakes the relay at once. */
        @WithDefault("PT0.1S")
        Duration poll();

        /** How long a relay that does not renew its lease keeps its shards. */
        @WithDefault("PT15S")
        Duration lease();
    }

    /** In-place retries of transient failures. */
    interface Retry {

        @WithDefault("PT0.1S")
        Duration first();

        @WithDefault("PT5S")
        Duration longest();

        @WithName("transaction-timeout")
        @WithDefault("PT2M")
        Duration transactionTimeout();
    }

    /** The ids of events that were applied or parked. */
    interface Inbox {

        /** How long ids are remembered; longer than any topic keeps its records. */
        @WithDefault("P60D")
        Duration retention();
    }

    /** The events that this service published. */
    interface Outbox {

        /** How long published events can be looked up after the end of their month. */
        @WithDefault("P24M")
        Period retention();
    }
}
