package id.pkh.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starts a child and waits to be killed. */
final class SleepingParent {

    private SleepingParent() {}

    public static void main(String[] args) {
        Path directory = Path.of(args[0]);
        ChildProcess child =
                ChildProcess.start(
                        new ChildProcess.Plan(
                                "sleeper",
                                List.of("sleep", "613"),
                                directory.resolve("sleeper.log"),
                                directory.resolve("sleeper.pid"),
                                "sleep 613"));
        child.awaitEnd(Duration.ofMinutes(10));
    }
}
