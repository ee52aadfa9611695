package id.pkh.localstack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A server in a container, for tests in any class loader: only the loader that started it has
 * Testcontainers.
 */
final class ContainerHandle {

    private static final String WANTED = "pkh.test.containers";
    private static final String PREFIX = "stack/container/";

    private final Map<String, Object> values;

    private ContainerHandle(Map<String, Object> values) {
        this.values = values;
    }

    static boolean areWanted() {
        return Boolean.getBoolean(WANTED);
    }

    @SuppressWarnings("unchecked")
    static ContainerHandle of(String name) {
        Object values = JvmWide.values().get(PREFIX + name);
        if (values == null) {
            throw new IllegalStateException("no container of " + name + " was started");
        }
        return new ContainerHandle((Map<String, Object>) values);
    }

    static void register(
            String name,
            String id,
            String image,
            LongSupplier pid,
            Runnable kill,
            Runnable start,
            Runnable remove,
            Map<String, Object> facts) {
        Map<String, Object> values = new ConcurrentHashMap<>(facts);
        values.put("id", id);
        values.put("image", image);
        values.put("pid", pid);
        values.put("kill", kill);
        values.put("start", start);
        values.put("remove", remove);
        values.put("running", true);
        JvmWide.values().put(PREFIX + name, values);
    }

    Object fact(String name) {
        return values.get(name);
    }

    String log() {
        return "docker logs " + values.get("id");
    }

    /** The id of the container's first process on the engine's machine. */
    long pid() {
        return ((LongSupplier) values.get("pid")).getAsLong();
    }

    /** Sends SIGKILL to the processes in the container; its files stay. */
    void kill() {
        synchronized (values) {
            if (Boolean.TRUE.equals(values.put("running", false))) {
                ((Runnable) values.get("kill")).run();
            }
        }
    }

    void restart() {
        synchronized (values) {
            kill();
            ((Runnable) values.get("start")).run();
            values.put("running", true);
        }
    }

    /** Removes the container and its files. */
    void remove() {
        ((Runnable) values.get("remove")).run();
    }
}
