package id.pkh.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;

/**
 * Settings of this service. Thresholds and rungs are not here: they are policies, in the database.
 */
@ConfigMapping(prefix = "pkh.verification")
public interface VerificationConfig {

    Sweep sweep();

    Facts facts();

    /** Work that goes through many families, such as closing a quarter. */
    interface Sweep {

        /** Families in one transaction. */
        @WithName("chunk.families")
        @WithDefault("500")
        int chunkFamilies();

        /**
         * How long a request waits for the work it started before it responds that the work is
         * continued in the background.
         */
        @WithName("wait.millis")
        @WithDefault("5000")
        long waitMillis();

        /** How often this instance looks for unfinished work of a crashed one. */
        @WithName("resume.seconds")
        @WithDefault("20")
        long resumeSeconds();
    }

    /** Attendance, meetings and evidence. */
    interface Facts {

        /**
         * For how many months facts are kept. A window of a year before a quarter, the longest
         * exemption and the time to appeal and to correct fit into the default.
         */
        @WithName("retention.months")
        @WithDefault("36")
        @Min(24)
        int retentionMonths();
    }
}
