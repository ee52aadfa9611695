package id.pkh.benchmarks;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.launcher.stack.StackPlan;
import id.pkh.localstack.Ports;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Stacks for a benchmark: durable as in production, on free ports. */
final class Stacks {

    private Stacks() {}

    static Stack start(Bench bench, String name, List<ServiceSpec> services) {
        return start(bench, name, services, null);
    }

    /** Broker, database and one packaged service. */
    static Stack ofService(Bench bench, String name, String service, String heap) {
        return ofService(bench, name, service, heap, Map.of());
    }

    /**
     * @param settings of the service, as environment variables
     */
    static Stack ofService(
            Bench bench, String name, String service, String heap, Map<String, String> settings) {
        ServiceSpec spec =
                new Checkout(bench.root())
                        .services().stream()
                                .filter(each -> each.name().equals(service))
                                .findFirst()
                                .orElseThrow();
        if (!Files.exists(spec.jar())) {
            throw new CannotRun(spec.jar() + " is missing: mvn -DskipTests package");
        }
        return start(bench, name, List.of(spec.withEnvironment(settings)), heap);
    }

    /**
     * @param heap of each service; null for the default
     */
    static Stack start(Bench bench, String name, List<ServiceSpec> services, String heap) {
        bench.progress("starting %s", services.isEmpty() ? "Kafka and PostgreSQL" : "a stack");
        List<ServiceSpec> elsewhere = services.stream().map(ServiceSpec::onFreePorts).toList();
        StackPlan plan =
                StackPlan.fresh(bench.directory().resolve(name), elsewhere)
                        .onPorts(Ports.free(), Ports.free(), Ports.free());
        try {
            return Stack.start(
                    heap == null ? plan : plan.withHeap(heap),
                    line -> bench.progress("%s", line.strip()));
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }
}
