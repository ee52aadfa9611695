package id.pkh.localstack;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Values that exist once per JVM, however many class loaders have a copy of this package.
 *
 * <p>Quarkus loads test resources and tests with its own class loaders, and again for each test
 * profile; a plain static field would start one broker for each of them. Values must therefore be
 * of JDK types.
 */
public final class JvmWide {

    /** Read through {@link #values()} only. */
    public static final ConcurrentMap<String, Object> VALUES = new ConcurrentHashMap<>();

    private JvmWide() {}

    @SuppressWarnings("unchecked")
    public static ConcurrentMap<String, Object> values() {
        try {
            Class<?> shared = ClassLoader.getSystemClassLoader().loadClass(JvmWide.class.getName());
            return (ConcurrentMap<String, Object>) shared.getField("VALUES").get(null);
        } catch (ClassNotFoundException e) {
            return VALUES; // not on the system class path: this copy is the only one
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the JVM-wide values cannot be reached", e);
        }
    }
}
