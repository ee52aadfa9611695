package id.pkh.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of this service. Thresholds and rungs are not here: they are policies, in the database.
 */
@ConfigMapping(prefix = "pkh.verification")
public interface VerificationConfig {

    Jobs jobs();

    Facts facts();

    Duties duties();

    Registry registry();

    Letters letters();

    Replays replays();

    /** What drafts of policies would have changed. */
    interface Replays {

        /** How long results are kept, if their version does not wait for approval any more. */
        @WithDefault("400d")
        Duration kept();
    }

    /** The registry, which names the caretakers to whom letters are addressed. */
    interface Registry {

        @WithDefault("http://localhost:8081")
        URI url();

        /** How long one call may take. */
        @WithDefault("30s")
        Duration timeout();
    }

    /** Letters to families. */
    interface Letters {

        /** The institution at the top of each letter; the programme alone, if there is none. */
        Optional<String> institution();

        /** The largest number of letters in one file. */
        @WithName("max")
        @WithDefault("10000")
        @Min(1)
        int atMost();

        /** How many people print on one instance at the same time. */
        @WithDefault("4")
        @Min(1)
        int together();
    }

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

        /** How long after the start it looks first. */
        @WithDefault("30s")
        Duration delayed();
    }
}
