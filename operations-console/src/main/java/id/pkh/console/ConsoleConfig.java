package id.pkh.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.ZoneId;

/** Where the services are, and how long the console waits for them. */
@ConfigMapping(prefix = "pkh.console")
public interface ConsoleConfig {

    Services services();

    /** Longest wait for what a page shows of one service; it is shown as down after that. */
    @WithName("call.timeout.millis")
    @WithDefault("3000")
    long callTimeoutMillis();

    /** Longest wait for one answer of the broker. */
    @WithName("broker.timeout.millis")
    @WithDefault("2000")
    int brokerTimeoutMillis();

    /** Rows of a list on one page. */
    @WithName("page.items")
    @WithDefault("50")
    int pageItems();

    /** Zone in which times are shown. */
    @WithDefault("Asia/Jakarta")
    ZoneId zone();

    /** Version of the htmx that is on the class path; the build fills it in. */
    @WithName("htmx.version")
    String htmxVersion();

    Overview overview();

    Tail tail();

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

    /** The first page, which is asked for once however many look at it. */
    interface Overview {

        /** So old it is not asked for again. */
        @WithName("fresh.millis")
        @WithDefault("1000")
        long freshMillis();

        /** So old it is shown while it is asked for again; older, the page waits. */
        @WithName("usable.millis")
        @WithDefault("5000")
        long usableMillis();
    }

    /** The live view of the topics. */
    interface Tail {

        /** Events kept for those who look, all viewers together. */
        @WithName("buffer.events")
        @WithDefault("5000")
        int bufferEvents();

        /** Most that one browser gets in a second; the rest is counted and left out. */
        @WithName("shown.events-per-second")
        @WithDefault("100")
        int shownEventsPerSecond();
    }
}
