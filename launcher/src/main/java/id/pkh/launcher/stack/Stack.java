package id.pkh.launcher.stack;

import id.pkh.district.story.TokenMinter;
import id.pkh.localstack.ChildProcess;
import id.pkh.localstack.KeyMaterial;
import id.pkh.localstack.LocalKafka;
import id.pkh.localstack.LocalPostgres;
import id.pkh.localstack.LogTail;
import id.pkh.localstack.PidFile;
import id.pkh.localstack.TokenIssuer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A broker, a database server, a token issuer and the services, started in order and ended
 * together.
 *
 * <p>{@link #start} either returns a stack in which everything is ready, or ends what it has
 * started and fails. {@link #close}, Ctrl-C and any other end of the JVM end everything.
 */
public final class Stack implements AutoCloseable {

    private static final Duration TOKEN_VALID_FOR = Duration.ofHours(8);

    private final StackPlan plan;
    private final StackProgress progress;
    private final StackHome home;
    private final Map<String, ServiceProcess> services =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private TokenIssuer issuer;
    private volatile LocalKafka kafka;
    private volatile LocalPostgres postgres;
    private boolean closed;

    private Stack(StackPlan plan, StackProgress progress, StackHome home) {
        this.plan = plan;
        this.progress = progress;
        this.home = home;
    }

    /** Starts everything and waits until it is ready. */
    public static Stack start(StackPlan plan, StackProgress progress) {
        StackHome home = StackHome.take(plan.home());
        Stack stack = new Stack(plan, progress, home);
        try {
            List<String> ended = PidFile.endLeftBehind(plan.pids());
            if (!ended.isEmpty()) {
                progress.line("Ended the processes of an earlier run: " + String.join(", ", ended));
            }
            PortHolder.requireFree(plan.ports());
            ChildProcess.beforeChildrenEnd(stack::close);
            stack.startAll();
            home.describe(plan);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll() {
        StackFiles.prepareData(plan, progress);
        StackFiles.emptyLogs(plan);
        MovedTime.begin(plan);
        issuer = TokenIssuer.in(plan.keys()).serve(plan.issuerPort());
        CompletableFuture<Void> broker = CompletableFuture.runAsync(timed("kafka", this::kafkaUp));
        CompletableFuture<Void> database =
                CompletableFuture.runAsync(timed("postgres", this::postgresUp));
        CompletableFuture<List<ServiceSpec>> programs =
                CompletableFuture.supplyAsync(this::programs);
        joined(List.of(broker, database, programs.thenAccept(ready -> {})));
        devSettings().forEach(DevSettings::write);
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (ServiceSpec spec : programs.join()) {
            ServiceProcess service =
                    new ServiceProcess(spec, plan, ServiceEnvironment.of(spec, plan, this));
            services.put(spec.name(), service);
            service.start();
            starts.add(
                    CompletableFuture.runAsync(
                            timed(spec.name() + " on " + spec.port(), service::awaitReady)));
        }
        joined(starts);
    }

    private List<ServiceSpec> programs() {
        return plan.started().stream()
                .map(
                        service ->
                                plan.fromCopies()
                                        ? ServiceCopy.of(
                                                service, plan.copies().resolve(service.name()))
                                        : service)
                .toList();
    }

    /** The settings of the services that a person runs beside this stack. */
    public List<DevSettings> devSettings() {
        return plan.notStarted().stream().map(service -> DevSettings.of(service, this)).toList();
    }

    private void kafkaUp() {
        kafka =
                LocalKafka.start(
                        LocalKafka.Settings.in(plan.data().resolve("kafka"))
                                .onPort(plan.kafkaPort())
                                .logTo(plan.logs().resolve("kafka.log"))
                                .pidIn(plan.pids()));
        kafka.createDeclaredTopics();
    }

    private void postgresUp() {
        LocalPostgres.Settings settings =
                LocalPostgres.Settings.in(plan.data().resolve("postgres"))
                        .onPort(plan.postgresPort())
                        .logTo(plan.logs().resolve("postgres.log"))
                        .pidIn(plan.pids())
                        .keysIn(plan.keys());
        postgres = LocalPostgres.start(plan.durable() ? settings : settings.notDurable());
        plan.services().stream()
                .filter(service -> !service.watches())
                .forEach(service -> postgres.createDatabase(service.name()));
    }

    private Runnable timed(String what, Runnable start) {
        long begin = System.nanoTime();
        return () -> {
            start.run();
            double seconds = (System.nanoTime() - begin) / 1e9;
            progress.line("  %-22s ready after %4.1f s".formatted(what, seconds));
        };
    }

    /** Waits for all of them, and fails at the first failure. */
    private static void joined(List<CompletableFuture<Void>> parts) {
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        parts.forEach(
                part ->
                        part.whenComplete(
                                (done, failure) -> {
                                    if (failure != null) {
                                        firstFailure.completeExceptionally(failure);
                                    }
                                }));
        CompletableFuture<Void> all =
                CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(firstFailure, all).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    public StackPlan plan() {
        return plan;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    KeyMaterial keys() {
        return new KeyMaterial(plan.keys());
    }

    public ServiceProcess service(String name) {
        ServiceProcess service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service " + name + " in " + services.keySet());
        }
        return service;
    }

    /**
     * Starts one more process of a service, on free ports, with the same database and in the same
     * consumer groups, and waits until it is ready.
     */
    public ServiceProcess startAnother(String name) {
        ServiceSpec spec =
                plan.services().stream()
                        .filter(service -> service.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no service " + name))
                        .onFreePorts();
        ServiceProcess another =
                new ServiceProcess(
                        spec,
                        name + "-on-" + spec.port(),
                        plan,
                        ServiceEnvironment.of(spec, plan, this));
        services.put(another.name(), another);
        another.start();
        another.awaitReady();
        return another;
    }

    public Collection<ServiceProcess> services() {
        synchronized (services) {
            return List.copyOf(services.values());
        }
    }

    /** Brings the services to the morning of another day; tokens keep the real time. */
    public void moveTo(LocalDate day) {
        MovedTime.move(plan, day);
    }

    /** Base addresses by service name. */
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        services().forEach(service -> addresses.put(service.name(), service.address()));
        return addresses;
    }

    /** A bearer token that the services accept. */
    public String token(String subject, List<String> roles, List<String> areas) {
        return token(subject, roles, areas, null);
    }

    /** The same for a caller who represents a bank. */
    public String token(String subject, List<String> roles, List<String> areas, String bank) {
        return token(subject, roles, areas, bank, List.of());
    }

    /** The same for another authority's system, which may have scopes. */
    String token(
            String subject,
            List<String> roles,
            List<String> areas,
            String bank,
            List<String> scopes) {
        return issuer.mint(subject, roles, areas, bank, scopes, TOKEN_VALID_FOR);
    }

    /** The tokens of a story in which another authority's system takes part. */
    public TokenMinter tokens() {
        return new StackTokens(this);
    }

    /** Reports a part that ended without having been asked to. */
    public Optional<String> broken() {
        if (!kafka.isRunning()) {
            return Optional.of(endOf("kafka", kafka.log()));
        }
        if (!postgres.isRunning()) {
            return Optional.of(endOf("postgres", postgres.log()));
        }
        return services().stream()
                .filter(service -> !service.isAlive())
                .map(service -> endOf(service.name(), service.log()))
                .findFirst();
    }

    private static String endOf(String name, Path log) {
        return "%s has ended. The end of its log, %s:%n%s".formatted(name, log, LogTail.of(log));
    }

    /** Each has its own thread: a service needs some seconds to leave its consumer groups. */
    private static void stopTogether(Collection<ServiceProcess> services) {
        CompletableFuture.allOf(
                        services.stream()
                                .map(
                                        service ->
                                                CompletableFuture.runAsync(
                                                        service::stop,
                                                        stop -> new Thread(stop).start()))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Ends the services, then the broker and the database. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean begun = issuer != null;
        if (begun) {
            progress.line("Stopping…");
        }
        stopTogether(services());
        if (kafka != null) {
            kafka.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
        if (issuer != null) {
            issuer.close();
        }
        PidFile.endLeftBehind(plan.pids()); // services that were still starting
        StackFiles.delete(plan.copies());
        StackFiles.delete(DevSettings.directory(plan));
        home.release();
        if (begun) {
            progress.line("Everything is stopped.");
        }
    }
}
