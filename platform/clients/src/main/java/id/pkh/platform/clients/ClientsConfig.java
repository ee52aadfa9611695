package id.pkh.platform.clients;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Systems of other authorities: how much each may read in bulk, and whom it belongs to. */
@ConfigMapping(prefix = "pkh.clients")
public interface ClientsConfig {

    /** Pages of a bulk read that a system has in a day of Jakarta, unless it has its own number. */
    @WithName("pages-per-day")
    @WithDefault("10000")
    int pagesPerDay();

    Activity activity();

    /** By the subject of the system's tokens. */
    Map<String, Client> named();

    /** The log of what systems did. */
    interface Activity {

        /** How long it is kept after the end of its month; as long as the journal. */
        @WithDefault("P24M")
        Period retention();
    }

    /** One system. */
    interface Client {

        @WithName("pages-per-day")
        OptionalInt pagesPerDay();

        /** Subject of the person who answers for the system, and may read what it did. */
        Optional<String> owner();
    }
}
