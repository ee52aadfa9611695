package id.pkh.platform.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.DatabaseFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "jobs"))
class JobsComponentTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject Jobs jobs;
    @Inject JobRows rows;
    @Inject JobGauge gauge;
    @Inject CountingWork work;
    @Inject Database database;
    @Inject MeterRegistry meters;

    @AfterEach
    void reset() {
        work.reset();
        await().atMost(30, SECONDS)
                .until(
                        () ->
                                database.query(
                                        "SELECT count(*) FROM job WHERE status IN ('WAITING', 'RUNNING')",
                                        q -> q.mapTo(Long.class).one() == 0));
    }

    @Test
    void everyItemIsDealtWithOnceInChunks() {
        Job done = jobs.await(plan("in chunks", 25).jobId(), LONG);

        assertThat(done.status()).isEqualTo(Job.Status.DONE);
        assertThat(done.itemsDone()).isEqualTo(25);
        assertThat(done.itemsTotal()).isEqualTo(25);
        assertThat(done.checkpoint()).isEqualTo("25");
        assertThat(done.finishedAt()).isNotNull();
        assertThat(counted(done.jobId())).isEqualTo(25);
        assertThat(work.chunksSeen()).isEqualTo(3);
        assertThat(work.wasFinished(done.jobId())).isTrue();
    }

    @Test
    void workWithNothingToDoIsDoneAtOnce() {
        Job done = jobs.await(plan("nothing", 0).jobId(), LONG);

        assertThat(done.isDone()).isTrue();
        assertThat(work.wasFinished(done.jobId())).isTrue();
    }

    @Test
    void whatIsRolledBackWasNeverPlanned() {
        UUID[] id = new UUID[1];
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    id[0] = jobs.plan(order("back")).job().jobId();
                                                    throw new IllegalStateException("no");
                                                }))
                .hasMessage("no");

        assertThat(jobs.find(id[0])).isEmpty();
    }

    @Test
    void oneUnfinishedJobOfAKindHasASubject() {
        work.throttle();
        Jobs.Planned first = planned("subject", 5);
        Jobs.Planned second = planned("subject", 5);

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.job().jobId()).isEqualTo(first.job().jobId());

        work.permit(100);
        jobs.await(first.job().jobId(), LONG);

        assertThat(planned("subject", 5).isNew()).isTrue();
    }

    @Test
    void workOfNoKindIsRefused() {
        JobOrder unheardOf = new JobOrder("unheard of", "x", "", null, "officer");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> jobs.plan(unheardOf)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anItemThatFailsByItselfIsSetAsideAndTheOthersAreDealtWith() {
        work.breakItems(7L, 13L);

        Job done = jobs.await(plan("set aside", 30).jobId(), LONG);

        assertThat(done.isDone()).isTrue();
        assertThat(done.itemsDone()).isEqualTo(28);
        assertThat(done.itemsSetAside()).isEqualTo(2);
        assertThat(counted(done.jobId())).isEqualTo(28);
        assertThat(jobs.setAside(done.jobId(), "", 10))
                .extracting(Jobs.SetAside::item)
                .containsExactly("13", "7");
        assertThat(jobs.setAside(done.jobId(), "", 10))
                .extracting(Jobs.SetAside::reason)
                .allMatch(reason -> reason.startsWith("IllegalArgumentException"))
                .noneMatch(reason -> reason.contains("business"));
    }

    @Test
    void whatWasSetAsideIsTriedAgainWhenAnOperatorAsks() {
        work.breakItems(7L, 13L);
        UUID id = jobs.await(plan("tried again", 20).jobId(), LONG).jobId();
        work.mend(7L);

        assertThat(jobs.retrySetAside(id)).isEqualTo(1);

        assertThat(jobs.setAside(id, "", 10)).extracting(Jobs.SetAside::item).containsExactly("13");
        assertThat(jobs.find(id).orElseThrow().itemsDone()).isEqualTo(19);
        assertThat(jobs.find(id).orElseThrow().itemsSetAside()).isEqualTo(1);
        assertThat(counted(id)).isEqualTo(19);
    }

    @Test
    void whereItemsBuildOnEachOtherTheJobFailsAndIsResumedOnceItIsMended() {
        work.setNothingAside();
        work.breakItems(13L);

        Job failed = jobs.await(plan("fails", 20).jobId(), LONG);
        assertThat(failed.status()).isEqualTo(Job.Status.FAILED);
        assertThat(failed.lastFailure()).contains("IllegalArgumentException");
        assertThat(counted(failed.jobId())).isEqualTo(12);

        work.mend(13L);
        assertThat(jobs.resume(failed.jobId())).isTrue();
        Job done = jobs.await(failed.jobId(), LONG);
        assertThat(done.isDone()).isTrue();
        assertThat(done.lastFailure()).isNull();
        assertThat(counted(done.jobId())).isEqualTo(20);
    }

    @Test
    void aJobStartsWhenTheJobBeforeItIsDone() {
        work.throttle();
        UUID first = plan("first", 20).jobId();
        UUID second = plannedAfter(first, "second");
        work.permit(10);
        itemsDone(first, 10);
        assertThat(rows.claim("another instance", List.of(CountingWork.KIND), LONG)).isEmpty();

        work.permit(100);
        Job done = jobs.await(second, LONG);

        assertThat(done.isDone()).isTrue();
        assertThat(done.afterJob()).isEqualTo(first);
        assertThat(jobs.find(first).orElseThrow().finishedAt())
                .isBeforeOrEqualTo(done.finishedAt());
    }

    @Test
    void aJobAfterOneThatFailedWaitsUntilThatIsMendedAndIsNotAwaited() {
        work.setNothingAside();
        work.breakItems(2L);
        UUID first = jobs.await(plan("fails first", 3).jobId(), LONG).jobId();
        UUID second = plannedAfter(first, "after a failure");

        Job waiting = jobs.await(second, Duration.ofMinutes(5));
        assertThat(waiting.status()).isEqualTo(Job.Status.WAITING);
        assertThat(waiting.itemsDone()).isZero();

        work.mend(2L);
        jobs.resumeFailed(second);
        assertThat(jobs.await(second, LONG).isDone()).isTrue();
        assertThat(jobs.find(first).orElseThrow().isDone()).isTrue();
    }

    @Test
    void aRepeatedRequestDoesNotResumeWhatAPersonStopped() {
        work.setNothingAside();
        work.breakItems(2L);
        UUID first = jobs.await(plan("stopped first", 3).jobId(), LONG).jobId();
        assertThat(jobs.stop(first, "operator")).isTrue();
        UUID second = plannedAfter(first, "after a stop");
        work.mend(2L);

        jobs.resumeFailed(second);

        assertThat(jobs.find(first).orElseThrow().status()).isEqualTo(Job.Status.STOPPED);
        database.update(
                "UPDATE job SET moved_at = now() - interval '1 hour' WHERE job_id = :id",
                u -> u.bind("id", second));
        assertThat(rows.ages(List.of()).unmoved()).isLessThan(60);
        assertThat(jobs.await(second, LONG).status()).isEqualTo(Job.Status.WAITING);
        assertThat(jobs.resume(first)).isTrue();
        assertThat(jobs.await(second, LONG).isDone()).isTrue();
    }

    @Test
    void aJobAfterOneThatIsUnknownStartsAtOnce() {
        UUID alone = plannedAfter(UUID.randomUUID(), "after nothing");
        assertThat(jobs.await(alone, LONG).isDone()).isTrue();
        assertThat(jobs.find(alone).orElseThrow().afterJob()).isNull();
    }

    @Test
    void anItemWhoseFailureTheWorkRecordsIsNotSetAside() {
        work.breakItems(7L, 13L);
        work.settle(CountingWork.Settling.RECORD, CountingWork.Settling.RECORD);

        Job done = jobs.await(plan("settled", 30).jobId(), LONG);

        assertThat(done.isDone()).isTrue();
        assertThat(done.itemsDone()).isEqualTo(30);
        assertThat(done.itemsSetAside()).isZero();
        assertThat(jobs.setAside(done.jobId(), "", 10)).isEmpty();
        assertThat(settled(done.jobId())).containsExactly(-13L, -7L);
        assertThat(counted(done.jobId())).isEqualTo(28 + 2);
    }

    @Test
    void anItemThatTheWorkDoesNotSettleIsSetAsideOrFailsTheJob() {
        work.breakItems(7L, 13L);
        work.settle(CountingWork.Settling.RECORD);
        Job done = jobs.await(plan("the second not settled", 20).jobId(), LONG);
        assertThat(settled(done.jobId())).containsExactly(-7L);
        assertThat(jobs.setAside(done.jobId(), "", 10))
                .extracting(Jobs.SetAside::item)
                .containsExactly("13");

        work.setNothingAside();
        work.settle(CountingWork.Settling.RECORD);
        Job failed = jobs.await(plan("the second fails", 20).jobId(), LONG);
        assertThat(failed.status()).isEqualTo(Job.Status.FAILED);
        assertThat(failed.checkpoint()).isEqualTo("12");
        assertThat(failed.itemsDone()).isEqualTo(12);
        assertThat(settled(failed.jobId())).containsExactly(-7L);

        work.reset();
        jobs.resume(failed.jobId());
        assertThat(jobs.await(failed.jobId(), LONG).isDone()).isTrue();
    }

    @Test
    void aFailureThatWillPassAccordingToTheWorkIsWaitedFor() {
        work.breakItems(7L);
        work.settle(CountingWork.Settling.THROW);

        Job waiting = jobs.await(plan("passes later", 15).jobId(), LONG);

        assertThat(waiting.status()).isEqualTo(Job.Status.WAITING);
        assertThat(waiting.lastFailure()).contains("IllegalArgumentException");
        assertThat(waiting.checkpoint()).isEqualTo("6");
        assertThat(settled(waiting.jobId())).isEmpty();

        work.mend(7L);
        Job done = doneLater(waiting.jobId());
        assertThat(done.itemsDone()).isEqualTo(15);
        assertThat(done.itemsSetAside()).isZero();
        assertThat(counted(done.jobId())).isEqualTo(15);
    }

    @Test
    void anItemWhoseSettlementDidNotCommitIsSettledOnceMore() {
        work.breakItems(7L);
        work.settle(CountingWork.Settling.CRASH, CountingWork.Settling.RECORD);

        UUID id = jobs.await(plan("crash", 15).jobId(), LONG).jobId();

        Job done = doneLater(id);
        assertThat(work.hasSettledAll()).isTrue();
        assertThat(settled(id)).containsExactly(-7L);
        assertThat(done.itemsDone()).isEqualTo(15);
        assertThat(counted(id)).isEqualTo(14 + 1);
    }

    /** The owner died after the item had failed, and before the work had settled it. */
    @Test
    void anItemThatFailedForADeadInstanceFailsAgainAndIsSettled() {
        UUID id = jobs.await(plan("dead before it settled", 15).jobId(), LONG).jobId();
        database.update(
                "DELETE FROM counted WHERE job_id = :id AND item > 6", u -> u.bind("id", id));
        work.breakItems(7L);
        work.settle(CountingWork.Settling.RECORD);
        database.update(
                "UPDATE job SET owner = 'dead', status = 'RUNNING', finished_at = NULL, checkpoint = '6',"
                        + " items_done = 6, leased_until = clock_timestamp() WHERE job_id = :id",
                u -> u.bind("id", id));

        Job done = doneLater(id);
        assertThat(settled(id)).containsExactly(-7L);
        assertThat(done.itemsDone()).isEqualTo(15);
        assertThat(counted(id)).isEqualTo(14 + 1);
    }

    @Test
    void itemsThatFailInARowDoNotCostAFullChunkEach() {
        work.breakItems(1L, 2L, 3L, 4L, 5L);
        Job done = jobs.await(plan("in a row", 10).jobId(), LONG);

        assertThat(done.itemsSetAside()).isEqualTo(5);
        assertThat(work.triesOf(10)).isLessThanOrEqualTo(2);
    }

    @Test
    void aCollisionIsTriedAgainAtOnceAndAnOutageAfterAPause() {
        work.failOnceWith(failure("40P01"));
        work.failOnceWith(failure("57P01"));

        Job waiting = jobs.await(plan("passes", 15).jobId(), LONG);

        assertThat(waiting.status()).isEqualTo(Job.Status.WAITING);
        assertThat(waiting.lastFailure()).contains("57P01");
        Job done = doneLater(waiting.jobId());
        assertThat(done.itemsSetAside()).isZero();
        assertThat(counted(done.jobId())).isEqualTo(15);
    }

    @Test
    void aJobIsStoppedBetweenChunksAndResumedWhereItWas() {
        work.throttle();
        UUID id = plan("stopped", 5_000).jobId();
        work.permit(10);
        itemsDone(id, 10);

        CompletableFuture<Boolean> stop =
                CompletableFuture.supplyAsync(() -> jobs.stop(id, "operator"));
        await().atMost(20, SECONDS)
                .until(
                        () -> {
                            work.permit(10); // the current chunk ends before the stop takes effect
                            return stop.isDone();
                        });
        assertThat(stop).isCompletedWithValue(true);
        Job stopped = jobs.find(id).orElseThrow();
        assertThat(stopped.status()).isEqualTo(Job.Status.STOPPED);
        assertThat(stopped.stoppedBy()).isEqualTo("operator");
        assertThat(stopped.itemsDone()).isLessThan(5_000);
        assertThat(jobs.stop(id, "another")).isFalse();
        assertThat(counted(id)).isEqualTo(stopped.itemsDone());

        work.reset();
        assertThat(jobs.resume(id)).isTrue();
        assertThat(jobs.await(id, LONG).isDone()).isTrue();
        assertThat(counted(id)).isEqualTo(5_000);
        assertThat(jobs.resume(id)).isFalse();
        assertThat(jobs.stop(id, "operator")).isFalse();
    }

    @Test
    void aShortJobDoesNotWaitForLongOnes() {
        work.throttle();
        UUID first = plan("long 1", 10_000).jobId();
        UUID second = plan("long 2", 10_000).jobId();
        UUID brief = plan("short", 10).jobId();

        await().atMost(20, SECONDS)
                .until(
                        () -> {
                            work.permit(20);
                            return jobs.find(brief).orElseThrow().isDone();
                        });

        assertThat(jobs.find(first).orElseThrow().isDone()).isFalse();
        assertThat(jobs.find(second).orElseThrow().isDone()).isFalse();
    }

    @Test
    void chunksThatMayOverlapAreProcessedAtTheSameTimeAndCommitInTheirOrder() {
        work.overlap();
        CountDownLatch first = work.hold(3);
        UUID id = plan("overlapping", 95).jobId();

        await().atMost(20, SECONDS).until(() -> work.triesOf(13) == 1);
        assertThat(jobs.find(id).orElseThrow().itemsDone()).isZero();
        assertThat(counted(id)).isZero();
        first.countDown();

        Job done = jobs.await(id, LONG);
        assertThat(done.isDone()).isTrue();
        assertThat(done.itemsDone()).isEqualTo(95);
        assertThat(done.checkpoint()).isEqualTo("95");
        assertThat(counted(id)).isEqualTo(95);
        assertThat(work.wasFinished(id)).isTrue();
    }

    /** Each chunk adds to the same row, which a chunk that began later must not lock first. */
    @Test
    void overlappingChunksAddToOneSumInTheirOrder() {
        work.overlap();
        CountDownLatch first = work.hold(3);
        UUID id = plan("overlapping, with a sum", 95).jobId();
        await().atMost(20, SECONDS).until(() -> work.triesOf(13) == 1);
        first.countDown();

        assertThat(jobs.await(id, LONG).isDone()).isTrue();

        assertThat(total(id)).isEqualTo(95 * 96 / 2);
    }

    private long total(UUID id) {
        return database.query(
                "SELECT total FROM summed WHERE job_id = :id",
                q -> q.bind("id", id).mapTo(Long.class).one());
    }

    @Test
    void whatIsBehindAFailedChunkIsDoneOnceWhenItOverlapped() {
        work.overlap();
        work.breakItems(7L, 44L);
        work.failOnceWith(failure("40P01"));

        Job done = jobs.await(plan("overlapping, failing", 100).jobId(), LONG);

        assertThat(done.isDone()).isTrue();
        assertThat(done.itemsDone()).isEqualTo(98);
        assertThat(jobs.setAside(done.jobId(), "", 10))
                .extracting(Jobs.SetAside::item)
                .containsExactly("44", "7");
        assertThat(counted(done.jobId())).isEqualTo(98);
    }

    @Test
    void overlappingChunksOfAnOwnerThatLostTheJobAreRolledBack() {
        work.overlap();
        CountDownLatch second = work.hold(13);
        UUID id = plan("overlapping, lost", 30).jobId();
        itemsDone(id, 10);
        database.update(
                "UPDATE job SET owner = 'another', leased_until = clock_timestamp() + interval '1 second'"
                        + " WHERE job_id = :id",
                u -> u.bind("id", id));
        second.countDown();

        Job done = doneLater(id);
        assertThat(done.itemsDone()).isEqualTo(30);
        assertThat(counted(id)).isEqualTo(30);
        assertThat(work.triesOf(13)).isGreaterThan(1);
    }

    @Test
    void aJobHasTheIdThatItsOwnerChose() {
        UUID id = UUID.randomUUID();

        QuarkusTransaction.requiringNew().run(() -> jobs.plan(id, order("id of its own")));

        assertThat(jobs.await(id, LONG).isDone()).isTrue();
        assertThat(counted(id)).isEqualTo(5);
    }

    /** An owner that died: its lease runs out, and its checkpoint is where the next one begins. */
    @Test
    void aJobOfADeadInstanceIsContinuedBehindItsCheckpoint() {
        UUID id = plan("dead owner", 30).jobId();
        jobs.await(id, LONG);
        database.update(
                "DELETE FROM counted WHERE job_id = :id AND item > 20", u -> u.bind("id", id));
        database.update(
                "UPDATE job SET owner = 'dead', status = 'RUNNING', finished_at = NULL, checkpoint = '20',"
                        + " items_done = 20, leased_until = clock_timestamp() + interval '1 second'"
                        + " WHERE job_id = :id",
                u -> u.bind("id", id));

        assertThat(jobs.await(id, LONG).isDone()).isTrue();
        assertThat(counted(id)).isEqualTo(30);
        assertThat(jobs.find(id).orElseThrow().itemsDone()).isEqualTo(30);
    }

    @Test
    void anOwnerThatLostTheJobCannotContinueIt() {
        work.throttle();
        UUID id = plan("lost", 30).jobId();
        work.permit(10);
        itemsDone(id, 10);

        assertThat(QuarkusTransaction.requiringNew().call(() -> rows.lock(id, "dead"))).isEmpty();
    }

    @Test
    void aJobThatDoesNotMoveIsSeen() {
        UUID id = jobs.await(plan("not moving", 3).jobId(), LONG).jobId();
        String failed =
                "UPDATE job SET moved_at = clock_timestamp() - interval '1 hour', finished_at = NULL,"
                        + " status = 'FAILED', last_failure = 'made for a test' WHERE job_id = :id";
        database.update(failed, u -> u.bind("id", id));
        gauge.read();
        assertThat(meters.get("job_unmoved_age_seconds").gauge().value()).isBetween(3599.0, 3700.0);

        jobs.resume(id);
        jobs.await(id, LONG);
        gauge.read();
        assertThat(meters.get("job_unmoved_age_seconds").gauge().value()).isLessThan(3599.0);
    }

    @Test
    void aJobThatWaitsForItsTurnIsNotStillWhileAnotherOneIsWorkedOn() {
        UUID waiting = jobs.await(plan("waits for its turn", 3).jobId(), LONG).jobId();
        UUID atWork = jobs.await(plan("at work", 3).jobId(), LONG).jobId();
        String hourAgo =
                "UPDATE job SET moved_at = clock_timestamp() - interval '1 hour', finished_at = NULL,"
                        + " not_before = 'infinity', status = 'WAITING', last_failure = NULL WHERE job_id = :id";
        database.update(hourAgo, u -> u.bind("id", waiting));
        assertThat(unmoved()).as("nothing is worked on").isBetween(3599.0, 3700.0);

        String owned =
                "UPDATE job SET owner = 'another', finished_at = NULL, status = 'RUNNING', moved_at ="
                        + " clock_timestamp(), leased_until = clock_timestamp() + %s WHERE job_id = :id";
        database.update(owned.formatted("interval '1 minute'"), u -> u.bind("id", atWork));
        assertThat(unmoved()).as("another job is worked on").isLessThan(3599.0);

        database.update(
                "UPDATE job SET last_failure = 'made for a test' WHERE job_id = :id",
                u -> u.bind("id", waiting));
        assertThat(unmoved()).as("it waits after a failure").isBetween(3599.0, 3700.0);

        database.update(hourAgo, u -> u.bind("id", waiting));
        database.update(
                "UPDATE job SET not_before = 'infinity', leased_until = '-infinity' WHERE job_id = :id",
                u -> u.bind("id", atWork));
        assertThat(unmoved()).as("the owner is dead").isBetween(3599.0, 3700.0);

        database.update(
                "UPDATE job SET not_before = '-infinity' WHERE not_before = 'infinity'", u -> {});
        doneLater(waiting);
        doneLater(atWork);
    }

    @Test
    void aStoppedJobIsNotForgotten() {
        work.throttle();
        UUID id = plan("forgotten", 30).jobId();
        CompletableFuture<Boolean> stop =
                CompletableFuture.supplyAsync(() -> jobs.stop(id, "operator"));
        await().atMost(20, SECONDS)
                .until(
                        () -> {
                            work.permit(10);
                            return stop.isDone();
                        });
        assertThat(stop).isCompletedWithValue(true);
        assertThat(stopped()).isBetween(0.0, 60.0);
        assertThat(stopped()).isPositive();

        database.update(
                "UPDATE job SET moved_at = clock_timestamp() - interval '2 days' WHERE job_id = :id",
                u -> u.bind("id", id));
        assertThat(stopped()).isBetween(172_799.0, 172_900.0);
        assertThat(rows.ages(List.of(CountingWork.KIND)).stopped())
                .as("of a kind that has ended when it is stopped")
                .isZero();

        work.reset();
        jobs.resume(id);
        jobs.await(id, LONG);
        assertThat(stopped()).isZero();
    }

    @Test
    void theTimeOfStoppingIsKept() {
        UUID id = jobs.await(plan("time of stopping", 3).jobId(), LONG).jobId();
        database.update(
                "UPDATE job SET moved_at = clock_timestamp() - interval '1 hour', finished_at = NULL,"
                        + " status = 'FAILED', last_failure = 'made for a test' WHERE job_id = :id",
                u -> u.bind("id", id));

        jobs.stop(id, "operator");

        assertThat(jobs.find(id).orElseThrow().movedAt())
                .isAfter(Instant.now().minus(Duration.ofMinutes(10)));
        jobs.resume(id);
        jobs.await(id, LONG);
    }

    @Test
    void jobsAreListedTheLatestFirst() {
        UUID earlier = jobs.await(plan("listed 1", 1).jobId(), LONG).jobId();
        UUID later = jobs.await(plan("listed 2", 1).jobId(), LONG).jobId();

        assertThat(jobs.latest(null, null, null, 2))
                .extracting(Job::jobId)
                .containsExactly(later, earlier);
        assertThat(jobs.latest(null, null, later, 1))
                .extracting(Job::jobId)
                .containsExactly(earlier);
        assertThat(jobs.latest(CountingWork.KIND, Job.Status.DONE, null, 2))
                .extracting(Job::jobId)
                .containsExactly(later, earlier);
        assertThat(jobs.latest("another kind", null, null, 1)).isEmpty();
        assertThat(jobs.latest(null, Job.Status.FAILED, null, 1)).isEmpty();
    }

    @Test
    void theDatabaseRefusesAStateThatCannotBe() {
        UUID id = jobs.await(plan("constraints", 1).jobId(), LONG).jobId();

        for (String impossible :
                List.of(
                        "status = 'RUNNING'",
                        "status = 'ASLEEP'",
                        "finished_at = NULL",
                        "items_done = -1",
                        "stopped_by = 'x'")) {
            assertThatThrownBy(
                            () ->
                                    database.update(
                                            "UPDATE job SET " + impossible + " WHERE job_id = :id",
                                            u -> u.bind("id", id)))
                    .as(impossible)
                    .isInstanceOf(DatabaseFailure.class);
        }
    }

    private void itemsDone(UUID id, long items) {
        await().atMost(20, SECONDS).until(() -> jobs.find(id).orElseThrow().itemsDone() == items);
    }

    private Job plan(String subject, long items) {
        return planned(subject, items).job();
    }

    private Jobs.Planned planned(String subject, long items) {
        JobOrder order =
                new JobOrder(CountingWork.KIND, subject, Long.toString(items), items, "officer");
        return QuarkusTransaction.requiringNew().call(() -> jobs.plan(order));
    }

    private UUID plannedAfter(UUID first, String subject) {
        JobOrder order = new JobOrder(CountingWork.KIND, subject, "3", 3L, "officer", first);
        return QuarkusTransaction.requiringNew().call(() -> jobs.plan(order)).job().jobId();
    }

    private static JobOrder order(String subject) {
        return new JobOrder(CountingWork.KIND, subject, "5", null, "officer");
    }

    private Job doneLater(UUID id) {
        await().atMost(20, SECONDS).until(() -> jobs.find(id).orElseThrow().isDone());
        return jobs.find(id).orElseThrow();
    }

    private double unmoved() {
        gauge.read();
        return meters.get("job_unmoved_age_seconds").gauge().value();
    }

    private double stopped() {
        gauge.read();
        return meters.get("job_stopped_age_seconds").gauge().value();
    }

    /** The items that the work has settled. */
    private List<Long> settled(UUID jobId) {
        return database.query(
                "SELECT item FROM counted WHERE job_id = :id AND item < 0 ORDER BY item",
                q -> q.bind("id", jobId).mapTo(Long.class).list());
    }

    private long counted(UUID jobId) {
        return database.query(
                "SELECT count(*) FROM counted WHERE job_id = :id",
                q -> q.bind("id", jobId).mapTo(Long.class).one());
    }

    private static RuntimeException failure(String state) {
        return new DatabaseFailure("made for a test", new SQLException("x", state));
    }
}
