package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.generate.DistrictGenerator;
import id.pkh.district.generate.DistrictSpec;
import id.pkh.district.story.Story;
import id.pkh.district.story.StoryConfig;
import id.pkh.district.story.StoryListener;
import id.pkh.district.story.StoryResult;
import id.pkh.launcher.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A district's quarter, from its files to the payment list, on the packaged services with a real broker and database;
 * what the services say equals the independent recount, family by family.
 */
class QuarterScenario {

    private static final int DISTRICT_FAMILIES = 1_500;
    private static final int FEWER_FAMILIES = 300;

    @TempDir Path folder;

    @Test
    void theQuarterComesOutAsTheRecountSays() throws IOException {
        StoryResult result = play(DISTRICT_FAMILIES, stack -> new Quiet());

        assertThat(result.failures()).isEmpty();
        assertThat(result.summary())
                .containsEntry("recount_matches", true)
                .containsEntry("families", (long) DISTRICT_FAMILIES)
                .containsEntry("events_parked", 0L)
                .containsKeys(
                        "groups",
                        "meetings_held",
                        "meetings_not_held",
                        "absences",
                        "commitments_not_met",
                        "commitments_not_verified",
                        "reminders",
                        "warnings_by_cause",
                        "protected_warnings",
                        "suspensions_proposed",
                        "facilitator_escalations",
                        "payments_payable",
                        "payments_held",
                        "rows_refused",
                        "events_published");
    }

    @Test
    void itComesOutTheSameWhenTheBrokerAndEveryServiceAreKilledInBetween() throws IOException {
        Crashes[] crashes = new Crashes[1];
        StoryResult result =
                play(FEWER_FAMILIES, stack -> crashes[0] = new Crashes(stack));

        assertThat(crashes[0].killed).as("kills").isGreaterThanOrEqualTo(5);
        assertThat(result.failures()).isEmpty();
        assertThat(result.summary())
                .containsEntry("recount_matches", true)
                .containsEntry("events_parked", 0L);
    }

    private StoryResult play(
            int families, Function<Stack, StoryListener> listener)
            throws IOException {
        Path input = folder.resolve("district");
        DistrictGenerator.generate(input, DistrictSpec.of(families));
        StackPlan plan =
                StackPlan.fresh(
                                folder.resolve("stack"),
                                new Checkout(Tree.ROOT).builtServices())
                        .forTests();
        try (Stack stack = Stack.start(plan, System.out::println)) {
            return new Story(
                            new StoryConfig(
                                    stack.addresses(),
                                    stack::token,
                                    input,
                                    stack.kafka().bootstrapServers()),
                            listener.apply(stack))
                    .play();
        }
    }

    private static class Quiet implements StoryListener {
        @Override
        public void step(String sentence) {
            System.out.println(sentence);
        }

        @Override
        public void progress(String label, long done, long total) {
            // the sentences are enough in a log
        }
    }

    /** Kills the broker once, and each service once, while events are on their way. */
    private static final class Crashes extends Quiet {

        private final Stack stack;
        private int steps;
        private int killed;

        Crashes(Stack stack) {
            this.stack = stack;
        }

        @Override
        public void step(String sentence) {
            super.step(sentence);
            steps++;
            if (steps == 6) {
                stack.kafka().kill();
                killed++;
                CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                        .execute(() -> stack.kafka().restart());
            } else if (steps >= 9 && steps % 2 == 1 && killed < 1 + stack.services().size()) {
                ServiceProcess service = stack.services().stream().toList().get(killed - 1);
                System.out.println("(kill -9 of the " + service.name() + " service)");
                service.kill();
                service.restart();
                killed++;
            }
        }
    }
}
