package id.pkh.platform.messaging.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.things.OtherInstance;
import id.pkh.platform.messaging.things.ServiceGroup;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.platform.messaging.things.ThingConsumer;
import id.pkh.testsupport.log.CapturedLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Partitions move between instances while events are applied: each has exactly one effect, and what
 * is applied is committed soon, although no further event comes.
 */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "messaging"))
class RebalanceComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Streams streams;
    @Inject ThingConsumer consumer;
    @Inject ServiceGroup group;
    @Inject EventIntake intake;

    @BeforeEach
    void everythingIsCommittedByTheServiceAlone() {
        soon().untilAsserted(
                        () -> {
                            assertThat(group.partitionsOfTheService()).hasSize(3);
                            assertThat(group.uncommitted()).isEmpty();
                        });
    }

    @AfterEach
    void refuseNothing() {
        consumer.refuseNothing();
    }

    @Test
    void whatIsAppliedDuringARebalanceIsCommittedWhenItIsOver() {
        try (OtherInstance slow = new OtherInstance(intake);
                OtherInstance joining = new OtherInstance(intake);
                CapturedLog log = CapturedLog.ofEverything()) {
            awaitShareOf(slow);
            // the rebalance for the third member is over only when the slow one polls again
            soon().until(
                            () -> {
                                joining.poll();
                                return group.theServiceIsRebalancing();
                            });
            List<UUID> things =
                    group.partitionsOfTheService().stream().map(Streams::thingOf).toList();
            things.forEach(thing -> streams.sendThing(UUID.randomUUID(), thing, 1));
            soon().until(() -> things.stream().allMatch(this::hasEffect));
            soon().until(
                            () -> {
                                joining.poll();
                                return log.text()
                                        .contains(RebalanceInProgressException.class.getName());
                            });
            assertThat(group.uncommitted()).hasSize(things.size());

            soon().untilAsserted(
                            () -> {
                                slow.poll();
                                joining.poll();
                                assertThat(joining.partitions()).hasSize(1);
                                assertThat(group.uncommitted()).isEmpty();
                            });

            assertThat(things).allSatisfy(thing -> assertThat(effects(thing)).containsExactly(1));
        }
    }

    @Test
    void whatIsAppliedIsCommittedBeforeItsPartitionGoes() {
        List<UUID> things = inEachPartition();
        try (OtherInstance other = new OtherInstance(intake)) {
            things.forEach(thing -> streams.sendThing(UUID.randomUUID(), thing, 1));
            soon().until(() -> things.stream().allMatch(this::hasEffect));

            awaitShareOf(other);
            assertThat(group.uncommitted())
                    .doesNotContainKeys(other.partitions().toArray(TopicPartition[]::new));
            soon().untilAsserted(() -> assertThat(group.uncommitted()).isEmpty());
        }
        assertThat(things).allSatisfy(thing -> assertThat(effects(thing)).containsExactly(1));
    }

    @Test
    void anEventThatIsAppliedAfterItsPartitionWentHasOneEffect() {
        List<UUID> things = inEachPartition();
        CountDownLatch held = consumer.hold(2);
        try (OtherInstance other = new OtherInstance(intake)) {
            things.forEach(thing -> streams.sendThing(UUID.randomUUID(), thing, 2));
            awaitShareOf(other);
            held.countDown();

            soon().until(
                            () -> {
                                other.poll();
                                return things.stream().allMatch(this::hasEffect);
                            });
        }
        soon().untilAsserted(() -> assertThat(group.uncommitted()).isEmpty());
        assertThat(things).allSatisfy(thing -> assertThat(effects(thing)).containsExactly(2));
    }

    @Test
    void aServiceThatTheBrokerHasForgottenReadsAgainWhatItCouldNotCommit() {
        List<UUID> things = inEachPartition();
        CountDownLatch held = consumer.hold(3);
        things.forEach(thing -> streams.sendThing(UUID.randomUUID(), thing, 3));
        String member = group.memberOfTheService();
        group.forgetTheMembers();
        soon().until(() -> !group.memberOfTheService().equals(member));
        held.countDown();

        soon().untilAsserted(() -> assertThat(group.uncommitted()).isEmpty());
        assertThat(things).allSatisfy(thing -> assertThat(effects(thing)).containsExactly(3));
    }

    @Test
    void whatADeadInstanceAppliedButDidNotCommitIsCommittedByTheOneThatTakesOver() {
        OtherInstance dying = new OtherInstance(intake);
        awaitShareOf(dying);
        List<UUID> things = dying.partitions().stream().map(Streams::thingOf).toList();
        things.forEach(thing -> streams.sendThing(UUID.randomUUID(), thing, 4));
        soon().until(
                        () -> {
                            dying.poll();
                            return things.stream().allMatch(this::hasEffect);
                        });
        dying.die();

        soon().untilAsserted(() -> assertThat(group.uncommitted()).isEmpty());
        assertThat(group.partitionsOfTheService()).hasSize(3);
        assertThat(things).allSatisfy(thing -> assertThat(effects(thing)).containsExactly(4));
    }

    private void awaitShareOf(OtherInstance other) {
        soon().until(
                        () -> {
                            other.poll();
                            return !other.partitions().isEmpty();
                        });
    }

    private List<UUID> inEachPartition() {
        return group.partitionsOfTheService().stream().map(Streams::thingOf).toList();
    }

    private boolean hasEffect(UUID thing) {
        return !effects(thing).isEmpty();
    }

    private List<Integer> effects(UUID thing) {
        return streams.effects(thing);
    }

    private static ConditionFactory soon() {
        return await().atMost(SOON);
    }
}
