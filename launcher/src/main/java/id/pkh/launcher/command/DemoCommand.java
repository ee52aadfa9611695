package id.pkh.launcher.command;

import id.pkh.district.manifest.Manifest;
import id.pkh.district.story.Story;
import id.pkh.district.story.StoryConfig;
import id.pkh.district.story.StoryResult;
import id.pkh.launcher.compose.ComposedSystem;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.localstack.ChildProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Start everything on fresh data, play three months of a district over the REST",
            "interfaces, compare the results with an independent recount, and keep running."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh demo                          1,500 families, then keep running",
            "  ./pkh demo --families 200           fewer families, faster",
            "  ./pkh demo --exit --json demo.json  stop afterwards; exit code 0 if every result is as expected",
            "  ./pkh demo --against compose        the same story in running containers"
        })
final class DemoCommand implements Callable<Integer> {

    private final Checkout checkout;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    @Mixin private StackOptions options;

    @Option(names = "--exit", description = "Stop everything after the story.")
    private boolean exit;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the summary, the duration in seconds and the failures.")
    private Path json;

    @Option(
            names = "--families",
            paramLabel = "N",
            description = {
                "Generate a district of this many families.",
                "By default the committed one of 1,500: Sungai Serut."
            })
    private Integer families;

    /** A system that was started outside this command. */
    enum Running {
        COMPOSE
    }

    @Option(
            names = "--against",
            paramLabel = "compose",
            description = {
                "Start nothing; play against docker compose on its default ports. It needs fresh data",
                "(docker compose down --volumes deletes all data)."
            })
    private Running against;

    DemoCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        if (families != null) {
            District.requireInRange(families, spec.commandLine());
        }
        PrintWriter out = spec.commandLine().getOut();
        Supervision supervision = new Supervision(checkout, out);
        long begin = System.nanoTime();
        Path input = input(out);
        if (against == Running.COMPOSE) {
            return printed(play(new ComposedSystem(checkout).story(input), out, begin), out);
        }
        try (Stack stack = started(supervision, input, begin)) {
            int outcome = printed(play(stack, input, out, begin), out);
            if (exit) {
                return outcome;
            }
            supervision.showAddresses(stack);
            supervision.stayUp(stack);
        }
        return CommandLine.ExitCode.OK;
    }

    private Path input(PrintWriter out) {
        Path folder = checkout.state().resolve("district");
        if (families == null) {
            District.replaceByCommitted(folder);
        } else {
            District.replace(folder, District.spec(families, null));
        }
        out.println("The district's files are in " + checkout.root().relativize(folder));
        out.flush();
        return folder;
    }

    /** The services work as if the quarter of the story was just over. */
    private Stack started(Supervision supervision, Path input, long begin) {
        try {
            return supervision.start(
                    options.plan(checkout, false, List.of()).on(Manifest.read(input).day()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (StackFailure e) {
            if (json != null) {
                DemoReport.failed(e.getMessage(), secondsSince(begin)).write(json);
            }
            throw e;
        }
    }

    /** Prints and writes the report; returns the matching exit code. */
    private int printed(DemoReport report, PrintWriter out) {
        report.print(out);
        if (json != null) {
            report.write(json);
            out.println("Written: " + json);
        }
        return report.passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private DemoReport play(Stack stack, Path input, PrintWriter out, long begin) {
        StoryConfig config =
                new StoryConfig(
                        stack.addresses(), stack.tokens(), input, stack.kafka().bootstrapServers());
        return play(config, out, begin, stack::broken);
    }

    private static DemoReport play(StoryConfig config, PrintWriter out, long begin) {
        return play(config, out, begin, Optional::empty);
    }

    private static DemoReport play(
            StoryConfig config, PrintWriter out, long begin, Supplier<Optional<String>> broken) {
        Narrator narrator = new Narrator(out, System.console() != null);
        try {
            StoryResult result = new Story(config, narrator).play();
            return new DemoReport(result, secondsSince(begin));
        } catch (RuntimeException e) {
            if (ChildProcess.isEnding()) {
                throw e;
            }
            String reason = broken.get().map(b -> e.getMessage() + "\n" + b).orElse(e.getMessage());
            return DemoReport.failed(reason, secondsSince(begin));
        }
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
