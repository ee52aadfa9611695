package id.pkh.launcher.command;

import picocli.CommandLine.Option;

/** The option {@code --help} of every command. */
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;
}
