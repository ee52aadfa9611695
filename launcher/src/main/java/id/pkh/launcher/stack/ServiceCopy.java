package id.pkh.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the files that a packaged service consists of. A build replaces the originals; a
 * service that runs from them would fail at the first class that it has not loaded yet.
 */
final class ServiceCopy {

    private static final List<String> BESIDE_THE_JAR = List.of("lib", "app-cds.jsa");

    private ServiceCopy() {}

    /** The service in another directory. The times stay, because the class archive names them. */
    static ServiceSpec of(ServiceSpec service, Path directory) {
        if (!service.program().contains("-jar")) {
            return service;
        }
        try {
            Files.createDirectories(directory);
            copy(service.jar(), directory.resolve(service.jar().getFileName()));
            for (String name : BESIDE_THE_JAR) {
                Path original = service.directory().resolve(name);
                if (Files.exists(original)) {
                    copyTree(original, directory.resolve(name));
                }
            }
            return service.in(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + service.directory(), e);
        }
    }

    private static void copyTree(Path original, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                copy(file, copy.resolve(original.relativize(file)));
            }
        }
    }

    private static void copy(Path file, Path copy) throws IOException {
        if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
        } else {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
