package id.pkh.platform.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Limits of the REST interface. */
@ConfigMapping(prefix = "pkh.web")
public interface WebConfig {

    Json json();

    Idempotency idempotency();

    Time clock();

    /** JSON bodies; files have limits of their own. */
    interface Json {

        @WithDefault("1M")
        MemorySize maxSize();
    }

    /** Responses that are stored for repeated requests. */
    interface Idempotency {

        /** How long a response is stored; a request that is repeated later takes effect again. */
        @WithDefault("30d")
        Duration retention();
    }

    /** The time by which the service works. */
    interface Time {

        /**
         * Added to the real time, so that a story of another year can be played. Not for
         * production: everything that the service records gets this time.
         */
        @WithDefault("PT0S")
        Duration offset();

        /**
         * A file with a duration (ISO 8601) that is added to the real time instead. It is read
         * again when it was replaced, so that a day can move while the service runs. Only for the
         * local stack: elsewhere the service does not start with it.
         */
        Optional<Path> offsetFile();
    }
}
