package id.pkh.launcher.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * A service to run as a process.
 *
 * @param name also its database, its role and its log file
 * @param port its HTTP port
 * @param program what follows the JVM's own options: {@code -jar …}, or a class path and a main
 *     class
 */
public record ServiceSpec(String name, int port, List<String> program) {

    public ServiceSpec {
        program = List.copyOf(program);
    }

    /** A packaged Quarkus service of this checkout. */
    public static ServiceSpec packaged(String name, int port, Path module) {
        Path jar = module.resolve("target/quarkus-app/quarkus-run.jar");
        return new ServiceSpec(name, port, List.of("-jar", jar.toString()));
    }

    public ServiceSpec onPort(int other) {
        return new ServiceSpec(name, other, program);
    }
}
