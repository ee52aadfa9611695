package id.pkh.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.pkh.localstack.LocalStackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "persistence"))
class AdvisoryLocksComponentTest {

    @Inject AdvisoryLocks locks;
    @Inject Database database;

    @Test
    void aLockOfATransactionIsFreeWhenItEnds() {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            locks.take("tried");
                            assertThat(elsewhereTakes("tried")).isFalse();
                            assertThat(elsewhereTakes("another")).isTrue();
                        });
        assertThat(elsewhereTakes("tried")).isTrue();
    }

    @Test
    void thoseWhoShareALockKeepOutOneWhoDoesNot() {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            locks.takeShared("shared");
                            QuarkusTransaction.requiringNew().run(() -> locks.takeShared("shared"));
                            assertThat(elsewhereTakes("shared")).isFalse();
                        });
    }

    @Test
    void patienceEndsWithAFailureThatSaysSo() {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            locks.take("patient");
                            Throwable impatient =
                                    catchThrowable(
                                            () ->
                                                    QuarkusTransaction.requiringNew()
                                                            .run(
                                                                    () ->
                                                                            locks.take(
                                                                                    "patient",
                                                                                    Duration
                                                                                            .ofMillis(
                                                                                                    50))));
                            assertThat(SqlState.of(impatient).orElseThrow().code())
                                    .isEqualTo(SqlState.LOCK_NOT_AVAILABLE);
                        });
    }

    @Test
    void whoGotTheLockWaitsForOthersAsLongAsBefore() {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            String before = lockTimeout();
                            locks.take("restored", Duration.ofMillis(50));
                            assertThat(lockTimeout()).isEqualTo(before);
                        });
    }

    @Test
    void aHeldLockOutlivesTransactionsUntilItIsClosed() {
        Optional<AdvisoryLocks.Held> held = locks.tryHold("held");
        assertThat(held).isPresent();
        try (AdvisoryLocks.Held lock = held.get()) {
            assertThat(lock).isNotNull();
            assertThat(elsewhereTakes("held")).isFalse();
            assertThat(locks.tryHold("held")).isEmpty();
        }
        assertThat(elsewhereTakes("held")).isTrue();
    }

    @Test
    void aLockOfATransactionNeedsOne() {
        assertThatThrownBy(() -> locks.take("none")).isInstanceOf(RuntimeException.class);
    }

    private boolean elsewhereTakes(String name) {
        return QuarkusTransaction.requiringNew().call(() -> locks.tryTake(name));
    }

    private String lockTimeout() {
        return database.query("SHOW lock_timeout", q -> q.mapTo(String.class).one());
    }
}
