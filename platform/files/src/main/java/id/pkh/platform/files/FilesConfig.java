package id.pkh.platform.files;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Uploaded files. */
@ConfigMapping(prefix = "pkh.files")
public interface FilesConfig {

    /** The largest file that is accepted. */
    @WithDefault("50M")
    MemorySize maxSize();

    /** Where files are kept while they are received; by default the JVM's temporary directory. */
    Optional<Path> directory();
}
