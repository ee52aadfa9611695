package id.pkh.localstack;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A real broker that listens on this machine; a test can connect to it, kill it and restart it. */
public abstract class KafkaServer {

    static final Duration START_LIMIT = Duration.ofSeconds(90);

    public abstract int port();

    /** The port that a proxy must forward to, if the broker was started behind one; otherwise 0. */
    public abstract int behindProxyPort();

    /** The process id; it changes with each start. */
    public abstract long pid();

    /** Kills the broker without an orderly shutdown. */
    public abstract void kill();

    /** Starts the broker again on the same port and data, whether it is running or not. */
    public abstract void restart();

    /** Ends the broker permanently. */
    abstract void end();

    public final String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    public final Admin admin() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // the client finds its parts through the context class loader, which may contain other
        // copies of them
        thread.setContextClassLoader(Admin.class.getClassLoader());
        try {
            return Admin.create(
                    Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Creates every topic that a module on the class path declares. */
    public final void createDeclaredTopics() {
        createTopics(Topics.declared());
    }

    public final void createTopics(Collection<Topics.Topic> topics) {
        try (Admin admin = admin()) {
            Topics.create(admin, topics);
        }
    }

    /** Returns when the broker responds; otherwise the failure names {@code log}. */
    final void awaitAnswer(String log) {
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "Kafka does not answer on port " + port() + "; its log is " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka started", e);
        }
    }
}
