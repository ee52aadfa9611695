package id.pkh.launcher.stack;

import id.pkh.localstack.SecretFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The settings of a service that the stack leaves out, in the file that the service reads in dev
 * mode. The file contains keys and passwords, so only its owner may read it.
 */
public final class DevSettings {

    /** Above the settings in application.properties, which have 250. */
    private static final int ORDINAL = 275;

    private static final List<String> SECRET = List.of("password", "base64");

    private final ServiceSpec service;
    private final Path file;
    private final Map<String, String> properties;

    private DevSettings(ServiceSpec service, Path file, Map<String, String> properties) {
        this.service = service;
        this.file = file;
        this.properties = properties;
    }

    static DevSettings of(ServiceSpec service, Stack stack) {
        return new DevSettings(
                service,
                directory(stack.plan()).resolve(service.name() + ".properties"),
                ServiceEnvironment.properties(service, stack.plan(), stack));
    }

    static Path directory(StackPlan plan) {
        return plan.home().resolve("dev");
    }

    DevSettings write() {
        StringBuilder text = new StringBuilder("config_ordinal=" + ORDINAL + "\n");
        properties.forEach((name, value) -> text.append(name + "=" + value + "\n"));
        SecretFiles.replace(file, text.toString());
        return this;
    }

    public String service() {
        return service.name();
    }

    public String module() {
        return service.module();
    }

    public Path file() {
        return file;
    }

    /** The settings for people to read, without the secret ones. */
    public List<String> shown() {
        List<String> lines = new ArrayList<>();
        properties.forEach((name, value) -> lines.add(name + "=" + (isSecret(name) ? "…" : value)));
        return lines;
    }

    private static boolean isSecret(String name) {
        return SECRET.stream().anyMatch(name::contains);
    }
}
