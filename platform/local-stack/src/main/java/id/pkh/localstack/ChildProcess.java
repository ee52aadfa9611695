package id.pkh.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that this JVM starts, logs to a file and ends together with itself.
 *
 * <p>Three things end it, so that no process is left behind: {@link #stop}; a shutdown hook; and,
 * when this JVM is killed without running hooks, a guardian of one shell line that waits on a pipe
 * for the JVM's end. If even the guardian fails, {@link PidFile} finds the process at the next
 * start. The child has a session of its own. So Ctrl-C in a terminal reaches only the launcher,
 * which then stops everything in order.
 */
public final class ChildProcess {

    /** {@code $$} stays the pid of the command, because {@code exec} keeps it. */
    private static final String GUARDED_EXEC =
            """
            trap '' INT HUP
            exec 3<&0 </dev/null
            ( trap '' INT HUP TERM
              read -r word <&3 || {
                kill -%s $$ 2>/dev/null; tries=0
                while [ $tries -lt 50 ] && kill -0 $$ 2>/dev/null; do sleep 0.1; tries=$((tries+1)); done
                kill -KILL $$ 2>/dev/null
              } ) >/dev/null 2>&1 &
            exec 3<&-
            exec "$@"
            """;

    private static final String REGISTRY = "children";
    private static final List<ChildProcess> OWN = Collections.synchronizedList(new ArrayList<>());
    private static final List<Runnable> BEFORE = Collections.synchronizedList(new ArrayList<>());
    private static volatile boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildProcess::stopAll, "stop-children"));
    }

    /** What to start. {@code marker} is a part of the command line that no other process has. */
    public record Plan(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            Path pidFile,
            String marker,
            String gentleSignal) {

        public Plan {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }

        public Plan(String name, List<String> command, Path log, Path pidFile, String marker) {
            this(name, command, Map.of(), null, log, pidFile, marker, "TERM");
        }

        public Plan withEnvironment(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(environment);
            all.putAll(more);
            return new Plan(name, command, all, directory, log, pidFile, marker, gentleSignal);
        }

        /** The working directory; by default that of this process. */
        public Plan inDirectory(Path other) {
            return new Plan(name, command, environment, other, log, pidFile, marker, gentleSignal);
        }

        /** The signal that asks the process to end; {@code TERM} by default. */
        public Plan stoppedBy(String signal) {
            return new Plan(name, command, environment, directory, log, pidFile, marker, signal);
        }
    }

    private final Plan plan;
    private final Process process;

    private ChildProcess(Plan plan, Process process) {
        this.plan = plan;
        this.process = process;
    }

    /**
     * Runs {@code orderly} first when the JVM ends; processes that are still running then are
     * stopped as well.
     */
    public static void beforeChildrenEnd(Runnable orderly) {
        BEFORE.add(orderly);
    }

    /** Whether the JVM is shutting down and starts no more processes. */
    public static boolean isEnding() {
        return ending;
    }

    public static ChildProcess start(Plan plan) {
        List<String> command = new ArrayList<>();
        if (Commands.exists("setsid")) {
            command.add("setsid");
        }
        Collections.addAll(
                command, "sh", "-c", GUARDED_EXEC.formatted(plan.gentleSignal()), plan.name());
        command.addAll(plan.command());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(plan.environment());
        if (plan.directory() != null) {
            builder.directory(plan.directory().toFile());
        }
        try {
            Files.createDirectories(plan.log().toAbsolutePath().getParent());
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            synchronized (OWN) {
                if (ending) {
                    throw new IllegalStateException(
                            plan.name() + " is not started: everything is being stopped");
                }
                ChildProcess child = new ChildProcess(plan, builder.start());
                child.remember();
                return child;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(plan.name() + " could not be started", e);
        }
    }

    private void remember() throws IOException {
        // a collected Process closes the guardian's pipe: keep a reference until the child has
        // ended
        JvmWide.values().put(REGISTRY + "/" + process.pid(), process);
        OWN.add(this);
        PidFile.write(plan.pidFile(), process.pid(), plan.marker());
        process.onExit().thenRun(this::forget);
    }

    private void forget() {
        OWN.remove(this);
        JvmWide.values().remove(REGISTRY + "/" + process.pid());
        dismissGuardian();
        PidFile.deleteIfOf(plan.pidFile(), process.pid());
    }

    private void dismissGuardian() {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the guardian has already ended, as intended
        }
    }

    public String name() {
        return plan.name();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return plan.log();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code, once the process has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Asks the process to end, waits, and kills it if it does not end. */
    public void stop(Duration patience) {
        signal(plan.gentleSignal());
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    /** Sends SIGKILL, as in a power failure. */
    public void kill() {
        process.destroyForcibly();
        if (!awaitEnd(Duration.ofSeconds(30))) {
            throw new IllegalStateException(
                    plan.name() + " (pid " + process.pid() + ") does not die");
        }
    }

    /** Sends a signal by name, for example {@code STOP} and {@code CONT} to let a process hang. */
    public void signal(String signal) {
        if (process.isAlive()) {
            Commands.signal(process.pid(), signal);
        }
    }

    public boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void stopAll() {
        synchronized (OWN) {
            ending = true;
        }
        List.copyOf(BEFORE).forEach(Runnable::run);
        List<ChildProcess> latestFirst = new ArrayList<>(OWN);
        Collections.reverse(latestFirst);
        latestFirst.forEach(child -> child.signal(child.plan.gentleSignal()));
        latestFirst.forEach(child -> child.stop(Duration.ofSeconds(5)));
    }
}
