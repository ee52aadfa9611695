package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.generate.DistrictGenerator;
import id.pkh.district.generate.DistrictSpec;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.story.Story;
import id.pkh.district.story.StoryConfig;
import id.pkh.district.story.StoryListener;
import id.pkh.district.story.StoryResult;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of every service share the requests, the events, the jobs and the leases, and one
 * of each pair is killed while the other goes on. The result equals the independent recount.
 */
@Tag("instances")
class TwoInstancesScenario {

    private static final int FAMILIES = 150;
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(\\{[^}]*})? ([0-9.eE+-]+)$");

    /**
     * An instance that dies is noticed sooner than in production, where a machine that is busy for
     * some seconds must not count as dead.
     */
    private static final Map<String, String> NOTICED_SOON =
            Map.of(
                    "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "6000",
                    "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_HEARTBEAT_INTERVAL_MS", "1500",
                    "PKH_MESSAGING_RELAY_LEASE", "PT6S",
                    "PKH_JOBS_LEASE", "10s",
                    "PKH_JOBS_POLL", "1s");

    @TempDir Path folder;

    @Test
    void twoProcessesOfEveryServiceDoTheWorkOfOne() throws IOException {
        Path input = folder.resolve("district");
        DistrictGenerator.generate(input, DistrictSpec.of(FAMILIES));
        List<ServiceSpec> services =
                new Checkout(Tree.ROOT)
                        .builtServices().stream()
                                .filter(service -> !service.watches())
                                .map(service -> service.withEnvironment(NOTICED_SOON))
                                .toList();
        StackPlan plan =
                StackPlan.fresh(folder.resolve("stack"), services)
                        .forTests()
                        .on(Manifest.read(input).day());
        Map<String, List<ServiceProcess>> pairs = new LinkedHashMap<>();
        Map<String, LoadBalancer> balancers = new LinkedHashMap<>();
        try (Stack stack = Stack.start(plan, System.out::println)) {
            Map<String, ServiceProcess> others = startAnotherOfEach(stack);
            for (ServiceSpec service : plan.services()) {
                List<ServiceProcess> pair =
                        List.of(stack.service(service.name()), others.get(service.name()));
                pairs.put(service.name(), pair);
                balancers.put(service.name(), LoadBalancer.of(pair));
            }
            Map<String, URI> addresses = new LinkedHashMap<>();
            balancers.forEach((name, balancer) -> addresses.put(name, balancer.address()));
            Kills kills = new Kills(List.copyOf(pairs.values()));

            StoryResult result =
                    new Story(
                                    new StoryConfig(
                                            addresses,
                                            stack::token,
                                            input,
                                            stack.kafka().bootstrapServers()),
                                    kills)
                            .play();

            assertThat(kills.killed).as("kills").isEqualTo(plan.services().size());
            assertThat(result.failures()).isEmpty();
            assertThat(result.summary())
                    .containsEntry("recount_matches", true)
                    .containsEntry("events_parked", 0L);
            pairs.values().forEach(TwoInstancesScenario::sharedTheWork);
        } finally {
            balancers.values().forEach(LoadBalancer::close);
        }
    }

    private static Map<String, ServiceProcess> startAnotherOfEach(Stack stack) {
        Map<String, CompletableFuture<ServiceProcess>> starts = new LinkedHashMap<>();
        for (ServiceSpec service : stack.plan().services()) {
            starts.put(
                    service.name(),
                    CompletableFuture.supplyAsync(() -> stack.startAnother(service.name())));
        }
        Map<String, ServiceProcess> others = new LinkedHashMap<>();
        starts.forEach((name, start) -> others.put(name, start.join()));
        return others;
    }

    private static void sharedTheWork(List<ServiceProcess> pair) {
        Map<String, Double> leaders = new TreeMap<>();
        for (ServiceProcess process : pair) {
            String metrics = new Web().get(process.managementAddress() + "/q/metrics").body();
            assertThat(sum(metrics, "http_server_requests_seconds_count"))
                    .as("requests to " + process.name())
                    .isPositive();
            assertThat(sum(metrics, "kafka_consumer_fetch_manager_records_consumed_total"))
                    .as("events read by " + process.name())
                    .isPositive();
            samples(metrics, "outbox_relay_leader")
                    .forEach((shard, value) -> leaders.merge(shard, value, Double::sum));
        }
        assertThat(leaders).isNotEmpty();
        assertThat(leaders.values())
                .as("leaders of each shard of " + pair.get(0).name())
                .containsOnly(1.0);
    }

    private static double sum(String metrics, String name) {
        return samples(metrics, name).values().stream().mapToDouble(value -> value).sum();
    }

    private static Map<String, Double> samples(String metrics, String name) {
        Map<String, Double> values = new TreeMap<>();
        Matcher sample = SAMPLE.matcher(metrics);
        while (sample.find()) {
            if (sample.group(1).equals(name)) {
                values.put(String.valueOf(sample.group(2)), Double.valueOf(sample.group(3)));
            }
        }
        return values;
    }

    /**
     * Kills a process of two services, and later of the other two, by turns the first and the
     * second of a pair. The story goes a step further with those that are left, then both start
     * again.
     */
    private static final class Kills implements StoryListener {

        /** After the import of the families and before that of their members. */
        private static final int FIRST_KILL = 8;

        /** Before the sheets of January. */
        private static final int SECOND_KILL = 14;

        private final List<List<ServiceProcess>> pairs;
        private final List<ServiceProcess> dead = new ArrayList<>();
        private int steps;
        private int killed;

        Kills(List<List<ServiceProcess>> pairs) {
            this.pairs = pairs;
        }

        @Override
        public void step(String sentence) {
            System.out.println(sentence);
            steps++;
            if (!dead.isEmpty()) {
                dead.forEach(ServiceProcess::start);
                dead.forEach(ServiceProcess::awaitReady);
                dead.clear();
            }
            if (steps == FIRST_KILL || steps == SECOND_KILL) {
                killNext();
                killNext();
            }
        }

        private void killNext() {
            ServiceProcess victim = pairs.get(killed).get(killed % 2);
            System.out.println("(kill -9 of " + victim.name() + ")");
            victim.kill();
            dead.add(victim);
            killed++;
        }

        @Override
        public void progress(String label, long done, long total) {
            // the sentences are enough in a log
        }
    }
}
