package id.pkh.launcher.command;

import id.pkh.district.generate.DistrictGenerator;
import id.pkh.district.generate.DistrictSpec;
import id.pkh.district.generate.SungaiSerut;
import id.pkh.launcher.stack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The generated files of a district. */
final class District {

    private District() {}

    /** Writes a district into a folder of the launcher and replaces its content. */
    static Path replace(Path folder, DistrictSpec spec) {
        delete(folder);
        return write(folder, spec);
    }

    /** The same with the committed district. */
    static Path replaceByCommitted(Path folder) {
        delete(folder);
        try {
            Files.createDirectories(folder);
            SungaiSerut.unpack(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** Writes a district into a folder of the user, which has to be empty. */
    static Path write(Path folder, DistrictSpec spec) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new StackFailure(
                            folder + " is not empty: name another folder, or delete it first");
                }
            }
            DistrictGenerator.generate(folder, spec);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    static void requireInRange(int families, CommandLine command) {
        if (families < 1 || families > DistrictSpec.MAX_FAMILIES) {
            throw new CommandLine.ParameterException(
                    command,
                    String.format(
                            Locale.ROOT,
                            "--families has to be 1 to %,d",
                            DistrictSpec.MAX_FAMILIES));
        }
    }

    /** {@code seed} null: the default seed. */
    static DistrictSpec spec(int families, Long seed) {
        DistrictSpec usual = DistrictSpec.of(families);
        return seed == null
                ? usual
                : new DistrictSpec(families, seed, usual.months(), usual.quarter());
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
