package id.pkh.platform.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is published. */
@ConfigMapping(prefix = "pkh.statistics")
public interface StatisticsConfig {

    /** The smallest number of families that is shown beside zero; never less than three. */
    @WithDefault("5")
    int threshold();

    /** When the statistics are made, in Jakarta; off for never. */
    String nightly();
}
