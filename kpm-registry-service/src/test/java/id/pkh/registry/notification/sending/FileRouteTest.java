package id.pkh.registry.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRouteTest {

    @TempDir Path directory;

    @Test
    void aMessageIsOneFileHoweverOftenItIsSent() throws IOException {
        OutgoingMessage message =
                new OutgoingMessage(UUID.randomUUID(), "+6281234567890", "PKH: x");
        FileRoute route = new FileRoute(directory.resolve("out"));

        assertThat(route.send(message)).isEqualTo(Outcome.ACCEPTED);
        assertThat(route.send(message)).isEqualTo(Outcome.ACCEPTED);

        try (var files = Files.list(directory.resolve("out"))) {
            assertThat(files).containsExactly(directory.resolve("out/" + message.id() + ".json"));
        }
        Path file = directory.resolve("out/" + message.id() + ".json");
        assertThat(Files.readString(file)).contains("+6281234567890", "PKH: x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatCannotBeWrittenIsUnreachable() throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));

        assertThat(new FileRoute(file).send(new OutgoingMessage(UUID.randomUUID(), "+62812", "x")))
                .isEqualTo(Outcome.UNREACHABLE);
    }
}
