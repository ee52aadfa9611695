package id.pkh.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** The addresses of the services, and how long the console waits for them. */
@ConfigMapping(prefix = "pkh.console")
public interface ConsoleConfig {

    Services services();

    Management management();

    /** Longest wait for the data of one service; after that the service is shown as down. */
    @WithName("call.timeout")
    @WithDefault("3s")
    Duration callTimeout();

    /** Longest wait for one response of the broker. */
    @WithName("broker.timeout")
    @WithDefault("2s")
    Duration brokerTimeout();

    /** Rows of a list on one page. */
    @WithName("page.items")
    @WithDefault("50")
    int pageItems();

    /** Zone of the times that are shown. */
    @WithDefault("Asia/Jakarta")
    ZoneId zone();

    /** Version of the htmx on the class path; the build sets it. */
    @WithName("htmx.version")
    String htmxVersion();

    /**
     * 32 random bytes in base64, the same for all instances of the console, for signing the tokens
     * of forms. Without it each instance makes its own at every start, and accepts only forms of
     * its own pages.
     */
    @WithName("form-key.base64")
    Optional<String> formKey();

    Overview overview();

    Tail tail();

    /** Base addresses of the management ports, for health and metrics. */
    interface Management {

        @WithDefault("http://localhost:8091")
        URI registry();

        @WithDefault("http://localhost:8092")
        URI meeting();

        @WithDefault("http://localhost:8093")
        URI verification();

        @WithDefault("http://localhost:8094")
        URI disbursement();
    }

    /** Base addresses. */
    interface Services {

        @WithDefault("http://localhost:8081")
        URI registry();

        @WithDefault("http://localhost:8082")
        URI meeting();

        @WithDefault("http://localhost:8083")
        URI verification();

        @WithDefault("http://localhost:8084")
        URI disbursement();
    }

    /** The first page; the services are asked once, however many users look at it. */
    interface Overview {

        /** Data younger than this is not fetched again. */
        @WithDefault("1s")
        Duration fresh();

        /**
         * Data younger than this is shown while it is fetched again; for older data the page waits.
         */
        @WithDefault("5s")
        Duration usable();
    }

    /** The live view of the topics. */
    interface Tail {

        /** Events that are kept for all viewers together. */
        @WithName("buffer.events")
        @WithDefault("5000")
        int bufferEvents();

        /**
         * The most events that one browser gets per second; further events are counted and left
         * out.
         */
        @WithName("shown.events-per-second")
        @WithDefault("100")
        int shownEventsPerSecond();
    }
}
