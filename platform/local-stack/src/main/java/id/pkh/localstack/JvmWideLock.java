package id.pkh.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.time.Duration;

/**
 * A lock among processes that also excludes other threads, and other class loaders, of this
 * process.
 */
final class JvmWideLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FileLock lock;

    private JvmWideLock(FileLock lock) {
        this.lock = lock;
    }

    static JvmWideLock of(FileChannel channel) throws IOException {
        FileLock[] got = new FileLock[1];
        IOException[] failure = new IOException[1];
        boolean held =
                Waiting.until(
                        PATIENCE,
                        Duration.ofMillis(50),
                        () -> {
                            try {
                                got[0] = channel.tryLock();
                            } catch (OverlappingFileLockException e) {
                                return false; // this JVM already has the lock: wait
                            } catch (IOException e) {
                                failure[0] = e;
                            }
                            return got[0] != null || failure[0] != null;
                        });
        if (failure[0] != null) {
            throw failure[0];
        }
        if (!held) {
            throw new IOException("another process has been holding the lock for " + PATIENCE);
        }
        return new JvmWideLock(got[0]);
    }

    @Override
    public void close() throws IOException {
        lock.release();
    }
}
