package id.pkh.launcher.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The paths of this checkout that the commands need. */
public record Checkout(Path root) {

    public static final String REGISTRY = "registry";
    public static final String MEETING = "meeting";
    public static final String VERIFICATION = "verification";
    public static final String DISBURSEMENT = "disbursement";
    public static final String CONSOLE = "console";

    public Checkout {
        root = root.toAbsolutePath().normalize();
    }

    /** The files that a run leaves: logs, pids, keys, data. */
    public Path state() {
        return root.resolve(".pkh");
    }

    /** The four services and the console on their default ports. */
    public List<ServiceSpec> services() {
        return List.of(
                ServiceSpec.packaged(REGISTRY, 8081, root.resolve("kpm-registry-service")),
                ServiceSpec.packaged(MEETING, 8082, root.resolve("meeting-service")),
                ServiceSpec.packaged(VERIFICATION, 8083, root.resolve("verification-service")),
                ServiceSpec.packaged(DISBURSEMENT, 8084, root.resolve("disbursement-service")),
                ServiceSpec.packaged(CONSOLE, 8080, root.resolve("operations-console"))
                        .watchingTheOthers());
    }

    /** Fails when a service was not built. */
    public List<ServiceSpec> builtServices() {
        requireBuilt(services());
        return services();
    }

    /** Fails when one of these services was not built. */
    public void requireBuilt(List<ServiceSpec> needed) {
        for (ServiceSpec service : needed) {
            Path jar = service.jar();
            if (!Files.exists(jar)) {
                throw new StackFailure(
                        "the %s service is not built (%s is missing): ./pkh builds it, or mvn -DskipTests package"
                                .formatted(service.name(), root.relativize(jar)));
            }
        }
    }
}
