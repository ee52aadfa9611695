package id.pkh.platform.files;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Uploaded files. */
@ConfigMapping(prefix = "pkh.files")
public interface FilesConfig {

    /** The largest file that is accepted. */
    @WithDefault("50M")
    MemorySize maxSize();

    /** Where files are kept while they are received; by default the JVM's temporary directory. */
    Optional<Path> directory();

    Progress progress();

    /** The progress of a file as a stream. */
    interface Progress {

        /** How often a listener is told how far a file is. */
        @WithDefault("1s")
        Duration every();

        /** How long a listener is told; it connects again. A stop of the service waits for it. */
        @WithDefault("60s")
        Duration longest();

        /** How many listeners an instance has at the same time. */
        @WithDefault("50")
        int listeners();
    }
}
