package id.pkh.launcher.stack;

import id.pkh.localstack.Ports;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service to run as a process.
 *
 * @param name also the name of its database, its role and its log file
 * @param port its HTTP port
 * @param managementPort where it answers about its health and its metrics
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
        int managementPort,
        Path directory,
        List<String> program,
        boolean watches,
        Map<String, String> environment) {

    /** On fixed ports, the management port is this far above the other. */
    public static final int MANAGEMENT_OFFSET = 10;

    public ServiceSpec {
        program = List.copyOf(program);
        environment = Map.copyOf(environment);
    }

    public ServiceSpec(String name, int port, Path directory, List<String> program) {
        this(name, port, port + MANAGEMENT_OFFSET, directory, program, false, Map.of());
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
        return new ServiceSpec(name, port, managementPort, other, program, watches, environment);
    }

    public ServiceSpec onPort(int other) {
        return onPorts(other, other + MANAGEMENT_OFFSET);
    }

    public ServiceSpec onPorts(int other, int management) {
        return new ServiceSpec(name, other, management, directory, program, watches, environment);
    }

    public ServiceSpec onFreePorts() {
        return onPorts(Ports.free(), Ports.free());
    }

    public ServiceSpec running(List<String> other) {
        return new ServiceSpec(name, port, managementPort, directory, other, watches, environment);
    }

    public ServiceSpec watchingTheOthers() {
        return new ServiceSpec(name, port, managementPort, directory, program, true, environment);
    }

    public ServiceSpec withEnvironment(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new ServiceSpec(name, port, managementPort, directory, program, watches, all);
    }
}
