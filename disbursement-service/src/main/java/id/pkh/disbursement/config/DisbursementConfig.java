package id.pkh.disbursement.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the disbursement service. */
@ConfigMapping(prefix = "pkh.disbursement")
public interface DisbursementConfig {

    Calculation calculation();

    Registry registry();

    Bank bank();

    Money money();

    Account account();

    /** The calculation of all families of a cycle. */
    interface Calculation {

        /** Families of one transaction. */
        @WithName("chunk.families")
        @WithDefault("1000")
        int chunkFamilies();

        /**
         * How long a request waits for the end before it responds that the calculation continues.
         */
        @WithName("wait")
        @WithDefault("20s")
        Duration waitAtMost();
    }

    /** The registry, from which payees are fetched. */
    interface Registry {

        @WithDefault("http://localhost:8081")
        URI url();

        /** How long one call may take. */
        @WithDefault("30s")
        Duration timeout();
    }

    /** The reconciliation of sealed cycles on a schedule. */
    interface Money {

        /** How often the cycles are reconciled; {@code off} for never. */
        @WithName("watch.every")
        @WithDefault("10m")
        String watchEvery();

        /** How long after its sealing a cycle is reconciled. */
        @WithName("watch.for")
        @WithDefault("120d")
        Duration watchFor();
    }

    /** The comparison of accounts without their numbers. */
    interface Account {

        /**
         * Key of the tokens, at least 32 random bytes in base64; without it the key of all
         * services.
         */
        @WithName("key.base64")
        Optional<String> key();

        /** The former key, until all tokens have been written again. */
        @WithName("former-key.base64")
        Optional<String> formerKey();
    }

    /** Files to the banks and reports from them. */
    interface Bank {

        /** Funding accounts, such as {@code BRI=000000000000001,BNI=0000000002}. */
        @WithName("funding.accounts")
        Optional<String> fundingAccounts();

        /** Name of the debtor in the payment files. */
        @WithName("debtor.name")
        @WithDefault("KEMENTERIAN SOSIAL RI")
        String debtorName();

        /** The largest number of payments in one file. */
        @WithName("file.payments")
        @WithDefault("50000")
        int filePayments();

        /** Families of one transaction of a preparation; the registry returns at most 1,000. */
        @WithName("preparation.chunk.families")
        @WithDefault("1000")
        int chunkFamilies();

        /** How long a preparation that no longer responds keeps its run. */
        @WithName("preparation.lease")
        @WithDefault("3m")
        Duration lease();

        /**
         * How long a request waits for the end before it responds that the preparation continues.
         */
        @WithName("preparation.wait")
        @WithDefault("20s")
        Duration waitAtMost();

        /** How long a bank may take to respond before a missing response becomes an exception. */
        @WithName("answer.within")
        @WithDefault("72h")
        Duration answerWithin();

        /** How often the service checks for overdue responses; {@code off} for never. */
        @WithName("sweep.every")
        @WithDefault("10m")
        String sweepEvery();

        /** How long an upload waits until its report is applied; then it is answered 202. */
        @WithName("report.wait")
        @WithDefault("5m")
        Duration reportWait();

        /** How often the inbox is scanned. */
        @WithName("inbox.every")
        @WithDefault("30s")
        String inboxEvery();

        /** Instructions that are marked as sent together, in one transaction. */
        @WithName("sending.chunk.lines")
        @WithDefault("5000")
        int sendingChunkLines();

        /** The largest report that is accepted. */
        @WithName("report.max-size")
        @WithDefault("2000000000")
        MemorySize reportMaxSize();

        /** Lines of a report that are applied together, in one transaction. */
        @WithName("report.chunk.lines")
        @WithDefault("5000")
        int reportChunkLines();

        /**
         * Directory with one folder per bank, into which reports are put. Without it no folder is
         * scanned.
         */
        Optional<Path> inbox();

        /** How long a file in the inbox has to stay unchanged before it counts as complete. */
        @WithName("inbox.settle")
        @WithDefault("60s")
        Duration inboxSettle();
    }
}
