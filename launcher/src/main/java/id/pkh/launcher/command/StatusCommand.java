package id.pkh.launcher.command;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.StackHome;
import id.pkh.localstack.PidFile;
import id.pkh.localstack.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = {
            "Show which parts of the local stack are running, where, and how much memory they use.",
            "Exit code 0 if all parts are ready, 1 otherwise."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./pkh status")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "  %-14s %6s %9s %10s  %s";

    private final Checkout checkout;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    StatusCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, PidFile> processes = new TreeMap<>();
        PidFile.in(checkout.state().resolve("pids"))
                .forEach(file -> processes.put(file.name(), file));
        Map<String, Integer> ports = StackHome.ports(checkout.state()).orElse(Map.of());
        Map<String, Integer> services = StackHome.servicePorts(checkout.state());
        Map<String, Integer> management = StackHome.managementPorts(checkout.state());
        if (ports.isEmpty()) {
            out.println("No part of the stack is ready here.");
            processes.values().stream()
                    .filter(PidFile::isRunning)
                    .forEach(
                            early ->
                                    out.println(
                                            "  %s (process %d) is starting, or an earlier run left it behind; ./pkh stop ends it"
                                                    .formatted(early.name(), early.pid())));
            out.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
        out.println(ROW.formatted("", "port", "process", "memory", ""));
        boolean allReady = true;
        for (var port : ports.entrySet()) {
            boolean up = Ports.answers(port.getValue());
            allReady &= row(out, port, processes.get(port.getKey()), up);
        }
        for (var port : services.entrySet()) {
            boolean ready = isReady(management.get(port.getKey()));
            allReady &= row(out, port, processes.get(port.getKey()), ready);
        }
        out.flush();
        return allReady ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean row(
            PrintWriter out, Map.Entry<String, Integer> port, PidFile process, boolean ready) {
        String pid = process == null ? "" : String.valueOf(process.pid());
        out.println(
                ROW.formatted(
                        port.getKey(),
                        port.getValue(),
                        pid,
                        process == null ? "" : memory(process.pid()),
                        ready ? "ready" : "NOT READY"));
        return ready;
    }

    private static String memory(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB";
                }
            }
        } catch (IOException e) {
            return ""; // the process has ended, or this is not Linux
        }
        return "";
    }

    private static boolean isReady(int port) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
