package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.NamedLine;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChunksAtOnceTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** A chunk whose lines name instructions of these pages. */
    private static Chunk on(int... pageNos) {
        return new Chunk(
                Arrays.stream(pageNos)
                        .mapToObj(
                                pageNo ->
                                        new NamedLine(
                                                new Line(
                                                        1,
                                                        null,
                                                        null,
                                                        "ACCC",
                                                        null,
                                                        ReportedAmount.NOT_GIVEN,
                                                        null),
                                                pageNo * 1_000 + 1,
                                                true))
                        .toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void twoWithoutAPageInCommonGoOnTogether() {
        CountDownLatch both = new CountDownLatch(2);
        Runnable meet =
                () -> {
                    both.countDown();
                    await(both);
                };
        try (ChunksAtOnce lanes = new ChunksAtOnce(2, threads)) {
            lanes.start(on(0, 1), meet);
            lanes.start(on(2), meet);
        }
        assertThat(both.getCount()).isZero();
    }

    @Test
    void oneWithAPageInCommonBeginsWhenTheOneBeforeHasEnded() {
        CountDownLatch secondAsked = new CountDownLatch(1);
        try (ChunksAtOnce lanes = new ChunksAtOnce(2, threads)) {
            lanes.start(
                    on(0, 1),
                    () -> {
                        await(secondAsked);
                        done.add("first");
                    });
            threads.execute(secondAsked::countDown);
            lanes.start(on(1, 2), () -> done.add("second"));
        }
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void closingWaitsForAll() {
        CountDownLatch closing = new CountDownLatch(1);
        try (ChunksAtOnce lanes = new ChunksAtOnce(2, threads)) {
            lanes.start(
                    on(0),
                    () -> {
                        await(closing);
                        done.add("slow");
                    });
            threads.execute(closing::countDown);
        }
        assertThat(done).containsExactly("slow");
    }

    @Test
    void whatBreaksOneIsThrownOnceAndThoseBehindDoNotBegin() {
        assertThatThrownBy(
                        () -> {
                            try (ChunksAtOnce lanes = new ChunksAtOnce(1, threads)) {
                                lanes.start(
                                        on(0),
                                        () -> {
                                            throw new IllegalStateException("the disk is full");
                                        });
                                lanes.start(on(1), () -> done.add("behind"));
                            }
                        })
                .hasMessage("the disk is full")
                .hasNoSuppressedExceptions();
        assertThat(done).isEmpty();
    }

    @Test
    void whatBreaksTheLastIsThrownWhenItIsClosed() {
        ChunksAtOnce lanes = new ChunksAtOnce(2, threads);
        lanes.start(
                on(0),
                () -> {
                    throw new IllegalStateException("the disk is full");
                });

        assertThatThrownBy(lanes::close).hasMessage("the disk is full");
    }
}
