package id.pkh.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.localstack.PidFile;
import id.pkh.localstack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir Path home;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    private StackPlan plan(ServiceSpec... services) {
        return StackPlan.fresh(home, List.of(services)).forTests();
    }

    @Test
    void aServiceThatEndsWhileStartingIsToldWithTheEndOfItsLogAndTakesTheRestDown() {
        StackPlan plan =
                plan(FakeService.named("registry", 0), FakeService.named("meeting", 0, "no luck"));

        assertThatThrownBy(() -> Stack.start(plan, said::add))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("meeting ended with exit code 3")
                .hasMessageContaining("cannot start: no luck")
                .hasMessageContaining(plan.logs().resolve("meeting.log").toString());

        assertThat(PidFile.in(plan.pids())).isEmpty();
        assertThat(plan.ports().values()).allMatch(Ports::isFree);
    }

    @Test
    void aTakenPortIsNamedTogetherWithWhoHasIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Stack.start(planOn(taken), said::add))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining(
                            "port "
                                    + taken.getLocalPort()
                                    + ", needed by registry, is taken by process "
                                    + ProcessHandle.current().pid())
                    .hasMessageContaining("--registry-port");
        }
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(StackHome.launcher(home)).isEmpty();
    }

    @Test
    void aTakenManagementPortIsNamedWithTheOptionThatMovesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServiceSpec registry =
                    FakeService.named("registry", 0).onPorts(Ports.free(), taken.getLocalPort());
            StackPlan plan =
                    StackPlan.fresh(home, List.of(registry))
                            .onPorts(Ports.free(), Ports.free(), Ports.free());

            assertThatThrownBy(() -> Stack.start(plan, said::add))
                    .hasMessageContaining("needed by registry management")
                    .hasMessageContaining("--registry-port, which is 10 below");
        }
    }

    private StackPlan planOn(ServerSocket taken) {
        ServiceSpec registry = FakeService.named("registry", taken.getLocalPort());
        return StackPlan.fresh(home, List.of(registry))
                .onPorts(Ports.free(), Ports.free(), Ports.free());
    }

    @Test
    void whatACrashLeftIsEndedAndNamed() throws Exception {
        Process left = new ProcessBuilder("sleep", "621").start();
        PidFile.write(home.resolve("pids/disbursement.pid"), left.pid(), "sleep 621");

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Stack.start(planOn(taken), said::add))
                    .isInstanceOf(StackFailure.class);
        }

        left.waitFor();
        assertThat(said).contains("Ended the processes of an earlier run: disbursement");
    }

    @Test
    void twoStacksDoNotShareAHome() {
        StackHome held = StackHome.take(home);

        assertThatThrownBy(() -> Stack.start(plan(), said::add))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("already running here")
                .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()))
                .hasMessageContaining("./pkh stop");

        held.release();
    }

    @Test
    void dataIsFreshUnlessItIsKeptAndTheUserIsTold() throws IOException {
        StackPlan plan = plan();
        Path file = plan.data().resolve("kafka/something");

        StackFiles.prepareData(plan, said::add);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "kept");
        StackFiles.prepareData(plan.keepingData(true), said::add);
        assertThat(file).exists();
        StackFiles.prepareData(plan, said::add);
        assertThat(file).doesNotExist();

        assertThat(said)
                .containsExactly(
                        "Starting with fresh data in " + plan.data(),
                        "Using the data of the last run in " + plan.data(),
                        "Starting with fresh data in "
                                + plan.data()
                                + " (--keep keeps the data of the last run)");
    }

    @Test
    void theLogsOfTheRunBeforeAreKeptOnce() throws IOException {
        StackPlan plan = plan();
        Files.createDirectories(plan.logs());
        Files.writeString(plan.logs().resolve("kafka.log"), "first");

        StackFiles.emptyLogs(plan);
        assertThat(plan.logs().resolve("kafka.log")).doesNotExist();
        assertThat(plan.logs().resolve("kafka.log.old")).hasContent("first");

        Files.writeString(plan.logs().resolve("kafka.log"), "second");
        StackFiles.emptyLogs(plan);
        assertThat(plan.logs().resolve("kafka.log.old")).hasContent("second");
    }

    @Test
    void theDayMovesForTheServicesAndNotForTheConsole() throws IOException {
        StackPlan plan =
                plan(
                                FakeService.named("registry", 0),
                                FakeService.named("console", 0).watchingTheOthers())
                        .onMovableDay(LocalDate.parse("2026-01-05"));
        Path file = home.toAbsolutePath().resolve("clock-offset");

        assertThat(plan.services().get(0).environment())
                .containsEntry("PKH_WEB_CLOCK_OFFSET_FILE", file.toString())
                .containsEntry("PKH_CALENDAR_EVERY", "1s");
        assertThat(plan.services().get(1).environment()).isEmpty();
        assertThat(file).doesNotExist();

        MovedTime.begin(plan);
        assertThat(hoursUntil("2026-01-05T03:00:00Z", file)).isZero();
        MovedTime.move(plan, LocalDate.parse("2026-02-01"));
        assertThat(hoursUntil("2026-02-01T03:00:00Z", file)).isZero();
    }

    /** How far the time that the file states is from an instant. */
    private static long hoursUntil(String instant, Path file) throws IOException {
        Instant stated = Instant.now().plus(Duration.parse(Files.readString(file)));
        return Duration.between(stated, Instant.parse(instant)).abs().toHours();
    }

    @Test
    void theDayOfAnotherStackDoesNotMove() {
        StackPlan plan = plan(FakeService.named("registry", 0)).on(LocalDate.parse("2026-01-05"));
        MovedTime.begin(plan);

        assertThatThrownBy(() -> MovedTime.move(plan, LocalDate.parse("2026-02-01")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(home.resolve("clock-offset")).doesNotExist();
        assertThat(plan.services().get(0).environment()).containsKey("PKH_WEB_CLOCK_OFFSET");
    }

    @Test
    void propertiesBecomeEnvironmentVariables() {
        assertThat(ServiceEnvironment.variable("pkh.security.nik-token.key.base64"))
                .isEqualTo("PKH_SECURITY_NIK_TOKEN_KEY_BASE64");
    }

    @Test
    void disbursementIsToldWhereTheRegistryIsAndWhatToPayFrom() {
        assertThat(
                        ServiceEnvironment.ofBanks(
                                List.of(
                                        new ServiceSpec(
                                                "registry", 9081, Path.of("."), List.of("x")))))
                .containsEntry("PKH_DISBURSEMENT_REGISTRY_URL", "http://127.0.0.1:9081")
                .containsKey("PKH_DISBURSEMENT_BANK_FUNDING_ACCOUNTS");
    }
}
