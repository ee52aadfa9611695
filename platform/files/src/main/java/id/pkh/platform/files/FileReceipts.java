package id.pkh.platform.files;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Applies a file once. The same bytes of the same kind, sent again, give the first result with
 * status ALREADY_RECEIVED; while they are being applied elsewhere, 409 FILE_IN_PROGRESS. A file of
 * which every row was refused has had no effect, so it is tried again.
 */
@ApplicationScoped
@Unremovable
public class FileReceipts {

    private static final String LOCK_NAMESPACE = "received_file:";
    private static final String NOBODY = "system";
    private static final String PATIENCE = "2s";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @Inject DataSource dataSource;
    @Inject Caller caller;
    @Inject ReceivedFiles files;

    /**
     * Applies a small file in one transaction together with its receipt: all of it or nothing.
     * Joins the caller's transaction if there is one. A {@link Refused} leaves no receipt behind.
     * While the same bytes are being applied elsewhere it waits two seconds for the result before
     * it answers 409 FILE_IN_PROGRESS.
     */
    public FileResult once(
            String kind, ReceivedUpload upload, Function<FileRun, FileResult> apply) {
        return QuarkusTransaction.joiningExisting()
                .call(
                        () -> {
                            lockForTransaction(kind, upload);
                            Optional<FileReceipt> receipt = files.find(kind, upload.sha256Hex());
                            if (receipt.isPresent() && receipt.get().isFinished()) {
                                return files.alreadyReceived(receipt.get());
                            }
                            UUID id = begin(kind, upload, receipt);
                            FileRun run =
                                    new FileRun(
                                            id,
                                            kind,
                                            upload,
                                            new SameTransaction(),
                                            new RunCounts());
                            FileResult result = apply.apply(run);
                            files.finish(run, result);
                            return result;
                        });
    }

    /**
     * Applies a large file in many transactions, one a chunk ({@link FileRun#eachChunk}, {@link
     * FileRun#chunk}). If the process dies or a chunk fails, the receipt stays IN_PROGRESS and the
     * same bytes, sent again, go on after the last chunk. Must not be called inside a transaction.
     * Holds one connection for its lock, so the pool needs one more for each import at the same
     * time; a connection pooler in transaction mode between us and PostgreSQL would break the lock.
     */
    public FileResult onceInChunks(
            String kind, ReceivedUpload upload, Function<FileRun, FileResult> apply) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("onceInChunks makes its own transactions");
        }
        try (Connection lock = dataSource.getConnection()) {
            if (!tryLock(lock, "pg_try_advisory_lock", kind, upload)) {
                throw inProgress();
            }
            try {
                return applyInChunks(kind, upload, apply);
            } finally {
                tryLock(lock, "pg_advisory_unlock", kind, upload);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the lock of a file failed", failed);
        }
    }

    private FileResult applyInChunks(
            String kind, ReceivedUpload upload, Function<FileRun, FileResult> apply) {
        Optional<FileReceipt> receipt =
                QuarkusTransaction.requiringNew().call(() -> files.find(kind, upload.sha256Hex()));
        if (receipt.isPresent() && receipt.get().isFinished()) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> files.alreadyReceived(receipt.get()));
        }
        FileRun run = QuarkusTransaction.requiringNew().call(() -> resumed(kind, upload, receipt));
        boolean finished = false;
        try {
            FileResult result = apply.apply(run);
            QuarkusTransaction.requiringNew().run(() -> files.finish(run, result));
            finished = true;
            return result;
        } finally {
            if (!finished) {
                QuarkusTransaction.requiringNew().run(() -> files.forgetUntouched(run.fileId()));
            }
        }
    }

    private FileRun resumed(String kind, ReceivedUpload upload, Optional<FileReceipt> receipt) {
        boolean resumes = receipt.isPresent() && receipt.get().isInProgress();
        if (!resumes) {
            UUID id = begin(kind, upload, receipt);
            return new FileRun(id, kind, upload, new ChunkTransactions(), new RunCounts());
        }
        UUID id = receipt.get().fileId();
        FileRun run = new FileRun(id, kind, upload, new ChunkTransactions(), files.countsOf(id));
        run.resumeFrom(receipt.get().lastLine(), files.refusals(id, 0, FileRun.SHOWN_REFUSALS));
        return run;
    }

    private UUID begin(String kind, ReceivedUpload upload, Optional<FileReceipt> receipt) {
        receipt.ifPresent(earlier -> files.delete(earlier.fileId()));
        UUID id = receipt.map(FileReceipt::fileId).orElseGet(UuidCreator::getTimeOrderedEpoch);
        files.begin(id, kind, upload, sender());
        return id;
    }

    private String sender() {
        return Arc.container().requestContext().isActive() ? caller.subjectOr(NOBODY) : NOBODY;
    }

    /**
     * Waits a moment for the other one: a small file is applied soon, and a committing transaction
     * gives up its row locks before this lock, so whoever waited for a row comes here too early.
     */
    private void lockForTransaction(String kind, ReceivedUpload upload) {
        try (Connection connection = dataSource.getConnection()) {
            String before = lockTimeout(connection, PATIENCE);
            try (PreparedStatement lock =
                    connection.prepareStatement(
                            "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, lockName(kind, upload));
                lock.execute();
            }
            lockTimeout(connection, before);
        } catch (SQLException failed) {
            if (LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
                throw inProgress();
            }
            throw new IllegalStateException("the lock of a file failed", failed);
        }
    }

    /** Sets how long this transaction waits for a lock, and tells what it was. */
    private static String lockTimeout(Connection connection, String timeout) throws SQLException {
        String sql =
                "SELECT before, set_config('lock_timeout', ?, true)"
                        + " FROM current_setting('lock_timeout') AS before";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, timeout);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private static boolean tryLock(
            Connection connection, String function, String kind, ReceivedUpload upload)
            throws SQLException {
        String sql = "SELECT " + function + "(hashtextextended(?, 0))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lockName(kind, upload));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static String lockName(String kind, ReceivedUpload upload) {
        return LOCK_NAMESPACE + kind + ":" + upload.sha256Hex();
    }

    private static Refused inProgress() {
        return Refused.because(FileRefusals.FILE_IN_PROGRESS);
    }

    /** Everything in the transaction around it. */
    private final class SameTransaction implements FileRun.Recorder {

        @Override
        public void store(FileRun run, long lastLine, List<FileRun.NumberedRefusal> refusals) {
            files.checkpoint(run, lastLine, refusals);
        }

        @Override
        public void inTransaction(Runnable work) {
            work.run();
        }
    }

    private final class ChunkTransactions implements FileRun.Recorder {

        @Override
        public void store(FileRun run, long lastLine, List<FileRun.NumberedRefusal> refusals) {
            files.checkpoint(run, lastLine, refusals);
        }

        @Override
        public void inTransaction(Runnable work) {
            QuarkusTransaction.requiringNew().run(work);
        }
    }
}
