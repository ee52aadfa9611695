package id.pkh.launcher.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service to run as a process.
 *
 * @param name also the name of its database, its role and its log file
 * @param port its HTTP port
 * @param directory the working directory of the process
 * @param program the arguments after the JVM's own options: {@code -jar …}, or a class path and a
 *     main class
 * @param watches the application has no database and no keys, and gets the addresses of the
 *     services
 * @param environment additional variables; they override those of the stack
 */
public record ServiceSpec(
        String name,
        int port,
        Path directory,
        List<String> program,
        boolean watches,
        Map<String, String> environment) {

    public ServiceSpec {
        program = List.copyOf(program);
        environment = Map.copyOf(environment);
    }

    public ServiceSpec(String name, int port, Path directory, List<String> program) {
        this(name, port, directory, program, false, Map.of());
    }

    /**
     * A packaged Quarkus service of this checkout. Its jar is named relative to its own directory,
     * as when its class archive was made: the JVM accepts an archive only for the same class path.
     */
    public static ServiceSpec packaged(String name, int port, Path module) {
        return in(module.resolve("target"), module.getFileName().toString(), name, port);
    }

    /** The same, packaged in another directory. */
    public static ServiceSpec in(Path directory, String module, String name, int port) {
        return new ServiceSpec(
                name,
                port,
                directory,
                List.of("-XX:SharedArchiveFile=app-cds.jsa", "-jar", module + "-runner.jar"));
    }

    /** A file that exists if the service was built. */
    public Path jar() {
        return directory.resolve(program.get(program.size() - 1));
    }

    /** The module of a packaged service. */
    public String module() {
        return jar().getFileName().toString().replaceFirst("-runner\\.jar$", "");
    }

    ServiceSpec in(Path other) {
        return new ServiceSpec(name, port, other, program, watches, environment);
    }

    public ServiceSpec onPort(int other) {
        return new ServiceSpec(name, other, directory, program, watches, environment);
    }

    public ServiceSpec watchingTheOthers() {
        return new ServiceSpec(name, port, directory, program, true, environment);
    }

    public ServiceSpec withEnvironment(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new ServiceSpec(name, port, directory, program, watches, all);
    }
}
