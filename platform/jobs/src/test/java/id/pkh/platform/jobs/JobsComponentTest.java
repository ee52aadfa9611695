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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
    void aCollisionIsTriedAgainAtOnceAndAnOutageAfterAPause() {
        work.failOnceWith(failure("40P01"));
        work.failOnceWith(failure("57P01"));

        Job waiting = jobs.await(plan("passes", 15).jobId(), LONG);

        assertThat(waiting.status()).isEqualTo(Job.Status.WAITING);
        assertThat(waiting.lastFailure()).contains("57P01");
        await().atMost(20, SECONDS).until(() -> jobs.find(waiting.jobId()).orElseThrow().isDone());
        Job done = jobs.find(waiting.jobId()).orElseThrow();
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

    private long counted(UUID jobId) {
        return database.query(
                "SELECT count(*) FROM counted WHERE job_id = :id",
                q -> q.bind("id", jobId).mapTo(Long.class).one());
    }

    private static RuntimeException failure(String state) {
        return new DatabaseFailure("made for a test", new SQLException("x", state));
    }
}
