package id.pkh.disbursement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How the disbursement service works. */
@ConfigMapping(prefix = "pkh.disbursement")
public interface DisbursementConfig {

    Calculation calculation();

    /** The walk through all families of a cycle. */
    interface Calculation {

        /** Families of one transaction. */
        @WithName("chunk.families")
        @WithDefault("1000")
        int chunkFamilies();

        /** How long a walk that has gone silent keeps its run; longer than a chunk may take. */
        @WithName("lease.seconds")
        @WithDefault("60")
        int leaseSeconds();

        /** How long a request waits for the end before it answers that the walk goes on. */
        @WithName("wait.seconds")
        @WithDefault("20")
        int waitSeconds();
    }
}
