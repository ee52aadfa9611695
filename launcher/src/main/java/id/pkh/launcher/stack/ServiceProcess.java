package id.pkh.launcher.stack;

import id.pkh.localstack.ChildProcess;
import id.pkh.localstack.LogTail;
import id.pkh.localstack.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service of a stack; it can be stopped, killed, frozen and restarted by itself. */
public final class ServiceProcess {

    /** JVM options besides the heap; the images use the same ones. */
    public static final List<String> JVM_FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    // objects of one poll of events die young: with the default size of a third
                    // they would become old
                    "-XX:NewRatio=1",
                    // the size that a started service needs: without it three full collections run
                    // during the start
                    "-XX:MetaspaceSize=96m",
                    // the second compiler took a third of a young process's time: compile only code
                    // that is really hot
                    "-XX:Tier4InvocationThreshold=20000",
                    "-XX:Tier4MinInvocationThreshold=5000",
                    "-XX:Tier4CompileThreshold=40000",
                    "-XX:Tier4BackEdgeThreshold=120000",
                    "-XX:+ExitOnOutOfMemoryError");

    private static final Duration READY_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    private final ServiceSpec spec;
    private final String name;
    private final ChildProcess.Plan plan;
    private volatile ChildProcess process;

    ServiceProcess(ServiceSpec spec, StackPlan stack, Map<String, String> environment) {
        this(spec, spec.name(), stack, environment);
    }

    /** A process with a name of its own, because the service runs more than once. */
    ServiceProcess(
            ServiceSpec spec, String name, StackPlan stack, Map<String, String> environment) {
        this.spec = spec;
        this.name = name;
        String marker = "-Dpkh.process=" + name + "@" + stack.home();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(marker);
        command.add("-Xmx" + stack.heap());
        command.addAll(JVM_FLAGS);
        command.addAll(spec.program());
        this.plan =
                new ChildProcess.Plan(
                                name,
                                command,
                                stack.logs().resolve(name + ".log"),
                                stack.pids().resolve(name + ".pid"),
                                marker)
                        .inDirectory(spec.directory())
                        .withEnvironment(environment);
    }

    /** Starts the service without waiting. */
    public void start() {
        process = ChildProcess.start(plan);
    }

    /**
     * Waits until the service reports that it is ready; if it ends before, fails with the end of
     * its log.
     */
    public void awaitReady() {
        ChildProcess current = process;
        boolean answered = Waiting.until(READY_LIMIT, POLL, () -> !current.isAlive() || isReady());
        if (!current.isAlive()) {
            throw new StackFailure(
                    "%s ended with exit code %d while it started.%n%s"
                            .formatted(name, current.exitCode(), tail()));
        }
        if (!answered) {
            throw new StackFailure(
                    "%s is not ready after %d s: %s%n%s"
                            .formatted(
                                    name,
                                    READY_LIMIT.toSeconds(),
                                    managementAddress().resolve("/q/health/ready"),
                                    tail()));
        }
    }

    private String tail() {
        return "The end of its log, %s:%n%s".formatted(log(), LogTail.of(log()));
    }

    public boolean isReady() {
        HttpRequest request =
                HttpRequest.newBuilder(managementAddress().resolve("/q/health/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public void stop() {
        if (process != null) {
            process.stop(STOP_LIMIT);
        }
    }

    /** Sends SIGKILL, whatever the service is doing. */
    public void kill() {
        process.kill();
    }

    /** Sends SIGSTOP: the service keeps its connections and leases and does nothing. */
    public void freeze() {
        process.signal("STOP");
    }

    /** Sends SIGCONT. */
    public void thaw() {
        process.signal("CONT");
    }

    /**
     * Starts the service again on the same port, after {@link #stop} or {@link #kill}, and waits.
     */
    public void restart() {
        stop();
        start();
        awaitReady();
    }

    public String name() {
        return name;
    }

    public URI address() {
        return URI.create("http://localhost:" + spec.port());
    }

    /** Health and metrics. */
    public URI managementAddress() {
        return URI.create("http://localhost:" + spec.managementPort());
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return plan.log();
    }
}
