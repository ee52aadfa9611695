package id.pkh.platform.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** Limits of what one caller and one connection may use. Each instance counts for itself. */
@ConfigMapping(prefix = "pkh.edge")
public interface EdgeConfig {

    /** A caller with a valid token, known by its subject. High enough for a bulk client. */
    Caller caller();

    /**
     * Limits of single callers, by the name in their token; what is left out is as for {@link
     * #caller()}.
     */
    Map<String, Own> clients();

    /** All callers without a valid token at one address. */
    Anonymous anonymous();

    /**
     * False where a token is only read by the resources: then every caller counts by address, with
     * the limits of {@link #caller()}.
     */
    @WithName("callers.by-subject")
    @WithDefault("true")
    boolean bySubject();

    /** How many callers are remembered; the one that was idle longest is forgotten first. */
    @WithName("callers.remembered")
    @WithDefault("10000")
    int remembered();

    Connection connection();

    Body body();

    /** Limits of one caller. */
    interface Caller extends Limits {

        @Override
        @WithDefault("60000")
        int requests();

        @Override
        @WithDefault("1M")
        Duration period();

        @Override
        @WithDefault("64")
        int concurrent();
    }

    /** Limits of one address. */
    interface Anonymous extends Limits {

        @Override
        @WithDefault("600")
        int requests();

        @Override
        @WithDefault("1M")
        Duration period();

        @Override
        @WithDefault("32")
        int concurrent();
    }

    /** Limits of one caller that differ from those of the others. */
    interface Own {

        OptionalInt requests();

        OptionalInt concurrent();
    }

    /** How many requests, and how many of them at the same time. */
    interface Limits {

        /** Requests in one period; they may all come at once. */
        int requests();

        Duration period();

        /** Requests that are being answered at the same time; an upload counts until it ends. */
        int concurrent();
    }

    /** A connection on which no request is being answered. */
    interface Connection {

        /**
         * How long it stays open. All headers of a request have to arrive in this time, however
         * slowly they trickle in.
         */
        @WithName("without-request")
        @WithDefault("60s")
        Duration withoutRequest();
    }

    /** The body of a request. */
    interface Body {

        /** How long any body may take. */
        @WithDefault("60s")
        Duration time();

        /** A larger body may take longer: one second for each of these sizes that has arrived. */
        @WithName("size-per-second")
        @WithDefault("1K")
        MemorySize sizePerSecond();
    }
}
