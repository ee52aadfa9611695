package id.pkh.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/**
 * Settings of this service. Thresholds and rungs are not here: they are policies, in the database.
 */
@ConfigMapping(prefix = "pkh.verification")
public interface VerificationConfig {

    Sweep sweep();

    /** Work that goes through many families, such as closing a quarter. */
    interface Sweep {

        /** Families in one transaction. */
        @WithName("chunk.families")
        @WithDefault("500")
        int chunkFamilies();

        /**
         * How long a request waits for the work it started before it answers that the work goes on.
         */
        @WithName("wait.millis")
        @WithDefault("5000")
        long waitMillis();

        /** How often unfinished work of a crashed instance is looked for. */
        @WithName("resume.seconds")
        @WithDefault("20")
        long resumeSeconds();
    }
}
