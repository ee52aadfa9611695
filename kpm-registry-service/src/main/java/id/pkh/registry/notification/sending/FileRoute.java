package id.pkh.registry.notification.sending;

import id.pkh.platform.messaging.envelope.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Puts each message into a folder as a file with its id as name. A file appears whole, and is
 * readable by the user of the service alone, because it contains a number.
 */
public final class FileRoute implements MessageRoute {

    private static final Logger LOG = Logger.getLogger(FileRoute.class);

    private final Path directory;

    public FileRoute(Path directory) {
        this.directory = directory;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        try {
            Files.createDirectories(directory);
            // a temporary file has the permissions of its owner only
            Path written = Files.createTempFile(directory, ".message", ".tmp");
            Files.write(
                    written,
                    WireFormat.mapper()
                            .writeValueAsBytes(
                                    Map.of(
                                            "id",
                                            message.id(),
                                            "to",
                                            message.number(),
                                            "text",
                                            message.text())));
            Files.move(
                    written,
                    directory.resolve(message.id() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return Outcome.ACCEPTED;
        } catch (IOException e) {
            LOG.warnf("%s was not written: %s", message, e.getClass().getSimpleName());
            return Outcome.UNREACHABLE;
        }
    }
}
