package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.generate.DistrictGenerator;
import id.pkh.district.generate.DistrictSpec;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.story.Story;
import id.pkh.district.story.StoryConfig;
import id.pkh.district.story.StoryListener;
import id.pkh.district.story.StoryResult;
import id.pkh.district.story.TokenMinter;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A district's quarter, from its files to the payment list, on the packaged services with a real
 * broker and database; what the services say equals the independent recount, family by family. Both
 * plays run at once, each with a stack of its own: the one with the crashes mostly waits.
 */
@Execution(ExecutionMode.CONCURRENT)
class QuarterScenario {

    private static final int DISTRICT_FAMILIES = 1_500;
    private static final int FEWER_FAMILIES = 300;

    @TempDir Path folder;

    @Test
    void theQuarterComesOutAsTheRecountSays() throws IOException {
        StoryResult result = play(DISTRICT_FAMILIES, stack -> new Quiet(), Stack::tokens);

        assertThat(result.failures()).isEmpty();
        assertThat(result.summary())
                .containsEntry("recount_matches", true)
                .containsKeys(
                        "families",
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
                        "rupiah_balanced",
                        "notices_delivered",
                        "rows_refused",
                        "events_published");
        assertThat(number(result, "families")).isBetween(1_450L, 1_550L);
        assertThat(number(result, "suspensions_proposed")).isPositive();
        assertThat(number(result, "protected_warnings")).isPositive();
        assertThat(number(result, "events_parked")).isZero();
        for (String ending :
                List.of(
                        "payments_credited",
                        "payments_rejected",
                        "payments_returned",
                        "payments_paid_at_post",
                        "payments_not_collected",
                        "bank_exceptions")) {
            assertThat(number(result, ending)).as(ending).isPositive();
        }
        for (String none :
                List.of("payments_accepted_only", "payments_unknown", "payments_not_instructed")) {
            assertThat(number(result, none)).as(none).isZero();
        }
        for (String once :
                List.of(
                        "appeals_upheld",
                        "suspensions_lifted",
                        "terminations_undone",
                        "villages_handed_over",
                        "complaints_settled",
                        "data_updates_accepted")) {
            assertThat(number(result, once)).as(once).isOne();
        }
        assertThat(number(result, "regency_notified")).isPositive();
        assertThat(number(result, "families_told_of_hand_over")).isPositive();
        assertThat(number(result, "families_by_lists")).isPositive();
        assertThat(number(result, "other_system_notified")).isPositive();
        assertThat(number(result, "other_system_missed")).isPositive();
        assertThat(number(result, "facilitators_appointed")).isPositive();
        assertThat(number(result, "coordinators")).isPositive();
        assertThat(number(result, "groups_with_officers")).isPositive();
        assertThat(number(result, "villages_without_facilitator")).isZero();
    }

    private static long number(StoryResult result, String key) {
        return ((Number) result.summary().get(key)).longValue();
    }

    @Test
    void itComesOutTheSameWhenTheBrokerAndEveryServiceAreKilledInBetween() throws IOException {
        Crashes[] crashes = new Crashes[1];
        StoryResult result =
                play(
                        FEWER_FAMILIES,
                        stack -> crashes[0] = new Crashes(stack),
                        stack -> stack::token);

        assertThat(crashes[0].killed).as("kills").isGreaterThanOrEqualTo(5);
        assertThat(result.failures()).isEmpty();
        assertThat(result.summary()).containsEntry("recount_matches", true);
        assertThat(number(result, "events_parked")).isZero();
    }

    private StoryResult play(
            int families,
            Function<Stack, StoryListener> listener,
            Function<Stack, TokenMinter> tokens)
            throws IOException {
        Path input = folder.resolve("district");
        DistrictGenerator.generate(input, DistrictSpec.of(families));
        StackPlan plan =
                StackPlan.fresh(folder.resolve("stack"), services())
                        .forTests()
                        .on(Manifest.read(input).day());
        try (Stack stack = Stack.start(plan, System.out::println)) {
            StoryResult result =
                    new Story(
                                    new StoryConfig(
                                            stack.addresses(),
                                            tokens.apply(stack),
                                            input,
                                            stack.kafka().bootstrapServers()),
                                    listener.apply(stack))
                            .play();
            nobodyIsNamed(new Leaks(input), stack);
            return result;
        }
    }

    /** Without the console, which has no part in the quarter and a scenario of its own. */
    private static List<ServiceSpec> services() {
        return new Checkout(Tree.ROOT)
                .builtServices().stream().filter(service -> !service.watches()).toList();
    }

    private static void nobodyIsNamed(Leaks leaks, Stack stack) throws IOException {
        assertThat(leaks.secrets()).as("numbers to look for").isGreaterThan(500);
        assertThat(leaks.inTopics(stack.kafka())).as("records with a NIK or an account").isEmpty();
        assertThat(leaks.inLogs(stack.plan().logs())).as("logs with a NIK or an account").isEmpty();
    }

    @Test
    void aPlantedNumberIsFound() throws IOException {
        Path files = Files.createDirectories(folder.resolve("planted"));
        for (String name : List.of("families.csv", "members.csv", "facilitators.csv")) {
            Files.writeString(
                    files.resolve(name), "no_kk;nik\n1771080101200001;1771085203900001\n");
        }
        Leaks leaks = new Leaks(files);

        assertThat(leaks.isIn("could not read 1771085203900001 in line 3")).isTrue();
        assertThat(leaks.isIn("{\"nik\":\"1771080101200001\"}")).isTrue();
        assertThat(leaks.isIn("************0001 and 1771085203900002")).isFalse();
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
