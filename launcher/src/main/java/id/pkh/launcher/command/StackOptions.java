package id.pkh.launcher.command;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.StackPlan;
import java.util.List;
import picocli.CommandLine.Option;

/** The ports, for users whose default ports are in use. */
public final class StackOptions {

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = DEFAULT)
    private int registryPort;

    @Option(
            names = "--meeting-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = DEFAULT)
    private int meetingPort;

    @Option(
            names = "--verification-port",
            paramLabel = "PORT",
            defaultValue = "8083",
            description = DEFAULT)
    private int verificationPort;

    @Option(
            names = "--disbursement-port",
            paramLabel = "PORT",
            defaultValue = "8084",
            description = DEFAULT)
    private int disbursementPort;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = DEFAULT)
    private int consolePort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "" + StackPlan.KAFKA_PORT,
            description = DEFAULT)
    private int kafkaPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "" + StackPlan.POSTGRES_PORT,
            description = DEFAULT)
    private int postgresPort;

    @Option(
            names = "--issuer-port",
            paramLabel = "PORT",
            defaultValue = "" + StackPlan.ISSUER_PORT,
            description = DEFAULT)
    private int issuerPort;

    private static final String DEFAULT = "Default: ${DEFAULT-VALUE}.";

    StackPlan plan(Checkout checkout, boolean keep, List<String> without) {
        List<ServiceSpec> services =
                checkout.services().stream().map(s -> s.onPort(portOf(s.name()))).toList();
        StackPlan plan =
                StackPlan.fresh(checkout.state(), services)
                        .onPorts(kafkaPort, postgresPort, issuerPort)
                        .keepingData(keep)
                        .without(without)
                        .runningFromCopies();
        checkout.requireBuilt(plan.started());
        return plan;
    }

    private int portOf(String service) {
        return switch (service) {
            case Checkout.REGISTRY -> registryPort;
            case Checkout.MEETING -> meetingPort;
            case Checkout.VERIFICATION -> verificationPort;
            case Checkout.DISBURSEMENT -> disbursementPort;
            case Checkout.CONSOLE -> consolePort;
            default -> throw new IllegalArgumentException("no option for " + service);
        };
    }
}
