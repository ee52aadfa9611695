package id.pkh.meeting;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** Limits of the meeting service. */
@ConfigMapping(prefix = "pkh.meeting")
public interface MeetingConfig {

    MonthClose monthClose();

    Sheet sheet();

    Attendance attendance();

    Plan plan();

    Calendar calendar();

    Photo photo();

    /** Photos of meetings. */
    interface Photo {

        /** A folder that all instances share; without it and a bucket photos are refused. */
        Optional<Path> folder();

        S3 s3();

        /** The largest photo that is accepted. */
        @WithName("max.size")
        @WithDefault("500K")
        MemorySize maxSize();
    }

    /** An object store that speaks S3, instead of the folder. */
    interface S3 {

        /** The address of the store; the other settings are needed with it. */
        Optional<URI> endpoint();

        /** The region of which requests are signed; most stores outside AWS accept any. */
        @WithDefault("us-east-1")
        String region();

        /** The bucket, which exists already. */
        Optional<String> bucket();

        /** Who signs requests. */
        @WithName("access.key")
        Optional<String> accessKey();

        /** With what requests are signed. */
        @WithName("secret.key")
        Optional<String> secretKey();

        /** How long one request to the store may take, its repetitions included. */
        @WithDefault("15s")
        Duration timeout();
    }

    /** What is planned ahead. */
    interface Plan {

        /**
         * How often an instance looks whether the plan of the day was made; {@code off} stops it.
         */
        @WithDefault("10m")
        String every();
    }

    /** Calendars that facilitators subscribe to. */
    interface Calendar {

        /** How long an address of a calendar works. */
        @WithName("token.lifetime")
        @WithDefault("P180D")
        Period tokenLifetime();
    }

    /** Attendance lists. */
    interface Attendance {

        /** How long lists are kept after the end of their month. */
        @WithDefault("P5Y")
        Period retention();
    }

    /** Closing a month. */
    interface MonthClose {

        /** Groups closed in one transaction. */
        @WithName("chunk.groups")
        @WithDefault("200")
        int chunkGroups();

        /** Facilitators reviewed in one transaction. */
        @WithName("chunk.facilitators")
        @WithDefault("200")
        int chunkFacilitators();

        /** How long a request waits for the end of a closing before it answers 202. */
        @WithName("wait")
        @WithDefault("20s")
        Duration waitAtMost();
    }

    /** Attendance sheets. */
    interface Sheet {

        /** The most lines of a sheet, including the preamble. */
        @WithName("max.rows")
        @WithDefault("2000")
        int maxRows();
    }
}
