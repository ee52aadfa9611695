package id.pkh.platform.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Limits of the REST interface. */
@ConfigMapping(prefix = "pkh.web")
public interface WebConfig {

    Json json();

    Idempotency idempotency();

    /** Bodies in JSON; files have limits of their own. */
    interface Json {

        @WithName("max-bytes")
        @WithDefault("1M")
        MemorySize maxBytes();
    }

    /** Answers that are kept for repeated requests. */
    interface Idempotency {

        /** How long an answer is kept; a request that is repeated later has its effect again. */
        @WithDefault("30d")
        Duration retention();
    }
}
