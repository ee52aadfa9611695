package id.pkh.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * Settings of this service. Thresholds and rungs are not here: they are policies, in the database.
 */
@ConfigMapping(prefix = "pkh.verification")
public interface VerificationConfig {

    Jobs jobs();

    Facts facts();

    Duties duties();

    /** Jobs that go through many families, such as closing a quarter. */
    interface Jobs {

        /** Families in one transaction. */
        @WithName("chunk.families")
        @WithDefault("500")
        int chunkFamilies();

        /**
         * How long a request waits for the work it started before it responds that the work is
         * continued in the background.
         */
        @WithName("wait")
        @WithDefault("5s")
        Duration waitAtMost();
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

    /** Decisions that take effect, and what is late. */
    interface Duties {

        /** How often the service looks for what is due; all of it is due by the day. */
        @WithDefault("15m")
        Duration every();
    }
}
