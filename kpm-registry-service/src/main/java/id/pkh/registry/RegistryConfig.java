package id.pkh.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Limits of this service. */
@ConfigMapping(prefix = "pkh.registry")
public interface RegistryConfig {

    Imports imports();

    Notifications notifications();

    Facilitators facilitators();

    Finding finding();

    Services services();

    Feed feed();

    Webhooks webhooks();

    Dci dci();

    /** The interface of the Digital Convergence Initiative. */
    interface Dci {

        /** The names of this registry; its answers have the first one. */
        @WithDefault("pkh-registry")
        List<String> ids();

        /** The systems that may send messages, by their sender_id. */
        Map<String, DciSender> senders();

        /** The key that signs answers: a private JWK with a kid, in base64. */
        @WithName("signing-key.base64")
        Optional<String> signingKey();

        /** How often an instance looks for answers to send; off for never. */
        @WithName("send.every")
        @WithDefault("1s")
        String sendEvery();

        /** How long messages and their answers are remembered, and how old a message may be. */
        @WithDefault("P7D")
        Duration retention();
    }

    /** A system that sends messages of the Digital Convergence Initiative. */
    interface DciSender {

        /** Whose tokens send under this sender_id. */
        String subject();

        /** The hosts that its answers may be sent to. */
        @WithName("callback.hosts")
        Optional<Set<String>> callbackHosts();

        /** Where answers go that name no sender_uri: the address above on-search. */
        @WithName("callback.url")
        Optional<String> callbackUrl();

        /** Its public keys, a JWK set in base64; with keys it has to sign. */
        @WithName("keys.base64")
        Optional<String> keys();

        /** What it was given access for; counts when a search states no purpose. */
        Optional<String> purpose();
    }

    Duplicates duplicates();

    /** The comparison of families that changed. */
    interface Duplicates {

        /**
         * How often it looks for families that changed; {@code off} on an instance that does not.
         */
        @WithDefault("10s")
        String every();

        /** How many families it compares each time. */
        @WithDefault("200")
        int families();
    }

    /** The events that other systems read. */
    interface Feed {

        /** How long events can be read after the end of their month; as long as the journal. */
        @WithDefault("P24M")
        Period retention();
    }

    /** Systems that are notified of events. */
    interface Webhooks {

        /** Whether this instance delivers. */
        @WithDefault("true")
        boolean enabled();

        /** How many subscriptions this instance serves at the same time. */
        @WithDefault("16")
        int workers();

        /** Longest wait for a connection, and for the head of an answer. */
        @WithDefault("PT10S")
        Duration timeout();

        /** How long a former secret signs beside the new one. */
        @WithName("former-secret")
        @WithDefault("PT24H")
        Duration formerSecret();

        /** How long attempts can be looked up. */
        @WithName("attempts.retention")
        @WithDefault("P30D")
        Period attemptsRetention();

        /**
         * Hosts that may be receivers without TLS and at any address. Only a local stack and tests
         * name some; elsewhere the service does not start with it.
         */
        @WithName("local-hosts")
        Optional<Set<String>> localHosts();
    }

    /** The services that own what is in workbooks and reports. */
    interface Services {

        @WithName("meeting.url")
        @WithDefault("http://localhost:8082")
        URI meetingUrl();

        @WithName("verification.url")
        @WithDefault("http://localhost:8083")
        URI verificationUrl();

        @WithName("disbursement.url")
        @WithDefault("http://localhost:8084")
        URI disbursementUrl();

        /** How long one call may take. */
        @WithDefault("30s")
        Duration timeout();
    }

    /** How often one caller may look for families; all instances count together. */
    interface Finding {

        /** Look-ups in vain of a person in a period. */
        @WithName("misses.of-person")
        @WithDefault("60")
        int missesOfPerson();

        /** Those of another system, whose people mostly do not take part. */
        @WithName("misses.of-system")
        @WithDefault("10000")
        int missesOfSystem();

        /** Searches by name in a period, whatever they find. */
        @WithDefault("200")
        int searches();

        @WithDefault("1H")
        Duration period();

        /** How long look-ups are in the log; a year at least, as the database has it. */
        @WithDefault("P24M")
        Period retention();

        /** The key of the index of names: at least 32 random bytes in base64. */
        @WithName("name-key.base64")
        Optional<String> nameKey();

        /** The key before, until the job name-index has written every row again. */
        @WithName("former-name-key.base64")
        Optional<String> formerNameKey();
    }

    /** Imports of lists. */
    interface Imports {

        /** Number of rows that are applied in one transaction. */
        @WithName("chunk.rows")
        @WithDefault("500")
        int chunkRows();
    }

    /** Facilitators and their villages. */
    interface Facilitators {

        /** How often an instance looks for villages without a facilitator; off for never. */
        @WithName("check.every")
        @WithDefault("10m")
        String checkEvery();
    }

    /** Messages to families, facilitators and offices. */
    interface Notifications {

        /** NONE (everything is printed), HTTP (a gateway) or FILE (a folder). */
        @WithDefault("NONE")
        RouteKind route();

        Gateway gateway();

        /** The folder of the route FILE: one file for each message. */
        @WithName("file.directory")
        Optional<Path> fileDirectory();

        /** Most messages in one round, so that the gateway and the database are not flooded. */
        @WithName("round.messages")
        @WithDefault("200")
        int roundMessages();

        /** First wait after a failed attempt; it doubles with each attempt. */
        @WithName("retry.first")
        @WithDefault("PT1M")
        Duration retryFirst();

        @WithName("retry.longest")
        @WithDefault("PT1H")
        Duration retryLongest();

        /** After so many attempts that the gateway itself failed, the message is printed. */
        @WithName("retry.attempts")
        @WithDefault("8")
        int retryAttempts();

        /** How long notifications and messages are kept. */
        @WithDefault("P730D")
        Period retention();
    }

    /** Where messages go. */
    enum RouteKind {
        NONE,
        HTTP,
        FILE
    }

    /** An HTTP gateway for short messages or chat. */
    interface Gateway {

        Optional<URI> url();

        /** Sent as a bearer token. */
        Optional<String> token();

        /** Until the whole answer is there. */
        @WithDefault("PT10S")
        Duration timeout();
    }
}
