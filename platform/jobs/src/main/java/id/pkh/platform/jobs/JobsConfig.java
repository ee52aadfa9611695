package id.pkh.platform.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are run. */
@ConfigMapping(prefix = "pkh.jobs")
public interface JobsConfig {

    /** Number of jobs that one instance works on at the same time. */
    @WithDefault("2")
    int workers();

    /** Chunks of one job that are processed at the same time, if its kind allows it. */
    @WithDefault("2")
    int overlap();

    /** How often an instance looks for jobs without an owner. */
    @WithDefault("5s")
    Duration poll();

    /** How long an instance keeps a job without renewing its lease. */
    @WithDefault("30s")
    Duration lease();

    /** After this time a job gives its turn to another waiting job. */
    @WithDefault("10s")
    Duration turn();

    /** A chunk that takes longer is rolled back and tried with fewer items. */
    @WithDefault("5m")
    Duration chunkTimeout();

    /** The longest pause after temporary failures. */
    @WithDefault("30s")
    Duration longestPause();
}
