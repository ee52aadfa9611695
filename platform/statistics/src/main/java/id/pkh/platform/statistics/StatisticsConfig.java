package id.pkh.platform.statistics;

import io.smallrye.config.ConfigMapping;

/** When statistics are published. */
@ConfigMapping(prefix = "pkh.statistics")
public interface StatisticsConfig {

    /** When the statistics are made, in Jakarta; off for never. */
    String nightly();
}
