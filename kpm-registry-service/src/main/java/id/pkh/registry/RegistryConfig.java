package id.pkh.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Limits of this service. */
@ConfigMapping(prefix = "pkh.registry")
public interface RegistryConfig {

    Imports imports();

    /** Imports of lists. */
    interface Imports {

        /** Number of rows that are applied in one transaction. */
        @WithName("chunk.rows")
        @WithDefault("500")
        int chunkRows();
    }
}
