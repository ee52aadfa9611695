package id.pkh.launcher.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service to run as a process.
 *
 * @param name also its database, its role and its log file
 * @param port its HTTP port
 * @param directory where the process runs
 * @param program what follows the JVM's own options: {@code -jar …}, or a class path and a main
 *     class
 * @param watches it has no database and no keys, and is told where the others are
 * @param environment what it is told besides; it stands above what the stack says
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
     * A packaged Quarkus service of this checkout. It is named from its own directory, as it was
     * when its class archive was made: the JVM takes an archive only for the same class path.
     */
    public static ServiceSpec packaged(String name, int port, Path module) {
        return in(module.resolve("target"), module.getFileName().toString(), name, port);
    }

    /** The same, packaged in a directory of its own. */
    public static ServiceSpec in(Path directory, String module, String name, int port) {
        return new ServiceSpec(
                name,
                port,
                directory,
                List.of("-XX:SharedArchiveFile=app-cds.jsa", "-jar", module + "-runner.jar"));
    }

    /** The file that is there when the service is built. */
    public Path jar() {
        return directory.resolve(program.get(program.size() - 1));
    }

    public ServiceSpec onPort(int other) {
        return new ServiceSpec(name, other, directory, program, watches, environment);
    }

    public ServiceSpec watchingTheOthers() {
        return new ServiceSpec(name, port, directory, program, true, environment);
    }

    public ServiceSpec told(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new ServiceSpec(name, port, directory, program, watches, all);
    }
}
