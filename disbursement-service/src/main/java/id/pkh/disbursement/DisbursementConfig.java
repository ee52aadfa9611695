package id.pkh.disbursement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How the disbursement service works. */
@ConfigMapping(prefix = "pkh.disbursement")
public interface DisbursementConfig {

    Calculation calculation();

    Registry registry();

    Bank bank();

    Money money();

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

    /** The registry, which is asked for payees. */
    interface Registry {

        @WithDefault("http://localhost:8081")
        URI url();

        /** How long one answer may take. */
        @WithName("timeout.seconds")
        @WithDefault("30")
        int timeoutSeconds();
    }

    /** The watch over the money of sealed cycles. */
    interface Money {

        /** How often it is looked at; {@code off} for never. */
        @WithName("watch.every")
        @WithDefault("10m")
        String watchEvery();

        /** How often it is looked for what has moved and was left untold; {@code off} for never. */
        @WithName("tell.every")
        @WithDefault("10s")
        String tellEvery();

        /** How often it is looked whether something that moved stays untold. */
        @WithName("news.watch.every")
        @WithDefault("30s")
        String newsWatchEvery();

        /** How long after its sealing a cycle is looked at. */
        @WithName("watch.days")
        @WithDefault("120")
        int watchDays();
    }

    /** Files to the banks and from them. */
    interface Bank {

        /** Accounts that are paid from, such as {@code BRI=000000000000001,BNI=0000000002}. */
        @WithName("funding.accounts")
        Optional<String> fundingAccounts();

        /** Who pays, as it stands in the files. */
        @WithName("debtor.name")
        @WithDefault("KEMENTERIAN SOSIAL RI")
        String debtorName();

        /** Most payments of one file. */
        @WithName("file.payments")
        @WithDefault("50000")
        int filePayments();

        /** Families of one transaction of a preparation; the registry answers 1,000 at most. */
        @WithName("preparation.chunk.families")
        @WithDefault("1000")
        int chunkFamilies();

        /** How long a preparation that has gone silent keeps its run. */
        @WithName("preparation.lease.seconds")
        @WithDefault("180")
        int leaseSeconds();

        /** How long a request waits for the end before it answers that the preparation goes on. */
        @WithName("preparation.wait.seconds")
        @WithDefault("20")
        int waitSeconds();

        /** How long a bank may take to answer before its silence is an exception. */
        @WithName("answer.hours")
        @WithDefault("72")
        int answerHours();

        /** How often overdue answers are looked for; {@code off} for never. */
        @WithName("sweep.every")
        @WithDefault("10m")
        String sweepEvery();

        /** How often reports that were left half applied are gone on with. */
        @WithName("resume.every")
        @WithDefault("60s")
        String resumeEvery();

        /** How often it is looked whether a report stays half applied. */
        @WithName("report.watch.every")
        @WithDefault("30s")
        String reportWatchEvery();

        /** How often the inbox is looked into. */
        @WithName("inbox.every")
        @WithDefault("30s")
        String inboxEvery();

        /** Largest report that is read. */
        @WithName("report.max.bytes")
        @WithDefault("2000000000")
        long reportMaxBytes();

        /** Lines of a report that are applied together, in one transaction. */
        @WithName("report.chunk.lines")
        @WithDefault("20000")
        int reportChunkLines();

        /**
         * Directory with a folder a bank into which reports are put; without it none is watched.
         */
        Optional<Path> inbox();

        /** How long a file in the inbox has to lie still before it counts as whole. */
        @WithName("inbox.settle.seconds")
        @WithDefault("60")
        int inboxSettleSeconds();
    }
}
