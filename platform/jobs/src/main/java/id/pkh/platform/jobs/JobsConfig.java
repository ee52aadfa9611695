package id.pkh.platform.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long work is run. */
@ConfigMapping(prefix = "pkh.jobs")
public interface JobsConfig {

    /** Jobs that one instance works on at the same time. */
    @WithDefault("2")
    int workers();

    /** How often an instance looks for jobs that nobody works on. */
    @WithDefault("5s")
    Duration poll();

    /** How long an instance that says nothing keeps a job. */
    @WithDefault("30s")
    Duration lease();

    /** After this time a job gives its turn to another one that waits. */
    @WithDefault("10s")
    Duration turn();

    /** A chunk that takes longer is rolled back and tried with fewer items. */
    @WithDefault("5m")
    Duration chunkTimeout();

    /** The longest pause after failures that pass by themselves. */
    @WithDefault("30s")
    Duration longestPause();
}
