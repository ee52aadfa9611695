package id.pkh.launcher.command;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.DevSettings;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.launcher.stack.StackPlan;
import id.pkh.localstack.ChildProcess;
import id.pkh.localstack.Waiting;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/** Starts a stack, shows its progress, and supervises it until it is ended. */
final class Supervision {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FOREVER = Duration.ofDays(3650);

    private final Checkout checkout;
    private final PrintWriter out;

    Supervision(Checkout checkout, PrintWriter out) {
        this.checkout = checkout;
        this.out = out;
    }

    Stack start(StackPlan plan) {
        long begin = System.nanoTime();
        Stack stack = Stack.start(plan, this::say);
        say("Everything is ready after %.0f s.".formatted((System.nanoTime() - begin) / 1e9));
        return stack;
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Returns only when a part of the stack ends by itself; then it fails with the reason. */
    void stayUp(Stack stack) {
        Waiting.until(
                FOREVER, LOOK_EVERY, () -> ChildProcess.isEnding() || stack.broken().isPresent());
        Optional<String> broken = stack.broken();
        throw new StackFailure(broken.orElse("interrupted"));
    }

    void showAddresses(Stack stack) {
        say("");
        stack.services()
                .forEach(
                        service ->
                                say(
                                        "  %-13s %s%s   process %d, log %s"
                                                .formatted(
                                                        service.name(),
                                                        service.address(),
                                                        pageOf(service.name()),
                                                        service.pid(),
                                                        checkout.root()
                                                                .relativize(service.log()))));
        say("  %-13s %s".formatted("kafka", stack.kafka().bootstrapServers()));
        say(
                "  %-13s 127.0.0.1:%d, a database and a role for each service, passwords in .pkh/keys"
                        .formatted("postgres", stack.postgres().port()));
        say(
                "  %-13s %s/.well-known/openid-configuration"
                        .formatted("issuer", stack.issuer().address()));
        showLeftOut(stack);
        say("");
        say("A token for the Swagger UI: ./pkh token --role DATA_ADMINISTRATOR");
        say("A token for the console: ./pkh token --role OPERATIONS");
        say("Ctrl-C, or ./pkh stop in another terminal, stops everything.");
    }

    private void showLeftOut(Stack stack) {
        for (DevSettings settings : stack.devSettings()) {
            say("");
            say(
                    "The %s service is not started here. Run it in dev mode:"
                            .formatted(settings.service()));
            say("  mvn compile quarkus:dev -pl %s -am".formatted(settings.module()));
            say(
                    "or from an IDE with -Dquarkus.profile=dev. In dev mode it reads these settings from");
            say("%s:".formatted(checkout.root().relativize(settings.file())));
            settings.shown().forEach(line -> say("  " + line));
        }
    }

    private static String pageOf(String service) {
        return service.equals(Checkout.CONSOLE) ? "/" : "/q/swagger-ui";
    }
}
