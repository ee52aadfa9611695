package id.pkh.registry.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How lists are imported. */
@ConfigMapping(prefix = "pkh.registry.imports")
interface ImportsConfig {

    /** Rows that are applied in one transaction. */
    @WithName("chunk.rows")
    @WithDefault("500")
    int chunkRows();
}
