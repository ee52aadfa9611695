package id.pkh.platform.files;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.DatabaseFailure;
import id.pkh.platform.persistence.SqlState;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Applies a file once. If the same bytes of the same kind are sent again, the caller gets the first
 * result with status ALREADY_RECEIVED; while another call is applying them, the caller gets 409
 * FILE_IN_PROGRESS. A file in which every row was refused has had no effect, so it is applied
 * again. If rows were refused because of the sender's areas, the file is applied again for a sender
 * with other areas, who gets a receipt of their own; the rows that were applied are then unchanged.
 */
@ApplicationScoped
@Unremovable
public class FileReceipts {

    private static final String LOCK_NAMESPACE = "received_file:";
    private static final String NOBODY = "system";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String TRIAL = "-trial";
    private static final Duration TRIAL_TIME = Duration.ofMinutes(5);

    private final AdvisoryLocks locks;
    private final Caller caller;
    private final ReceivedFiles files;

    FileReceipts(AdvisoryLocks locks, Caller caller, ReceivedFiles files) {
        this.locks = locks;
        this.caller = caller;
        this.files = files;
    }

    /**
     * Applies a small file in one transaction together with its receipt: all of it or nothing.
     * Joins the caller's transaction if there is one. A {@link Refused} leaves no receipt behind.
     * While another call is applying the same bytes, this call waits two seconds for the result
     * before it responds with 409 FILE_IN_PROGRESS.
     */
    public FileResult once(
            String kind, ReceivedUpload upload, Function<FileRun, FileResult> apply) {
        return QuarkusTransaction.joiningExisting()
                .call(
                        () -> {
                            lockForTransaction(kind, upload);
                            Receipts known = receiptsOf(kind, upload);
                            if (known.answer().isPresent()) {
                                return files.alreadyReceived(known.answer().get());
                            }
                            UUID id = begin(kind, upload, known.ofSameAreas());
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
     * Applies a large file in many transactions, one per chunk ({@link FileRun#eachChunk}, {@link
     * FileRun#chunk}). If the process dies or a chunk fails, the receipt stays IN_PROGRESS, and
     * when the same bytes are sent again they are resumed after the last chunk. Must not be called
     * inside a transaction. The lock needs a connection of its own, see {@link
     * AdvisoryLocks#tryHold}.
     */
    public FileResult onceInChunks(
            String kind, ReceivedUpload upload, Function<FileRun, FileResult> apply) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("onceInChunks makes its own transactions");
        }
        try (AdvisoryLocks.Held held =
                locks.tryHold(lockName(kind, upload)).orElseThrow(FileReceipts::inProgress)) {
            return applyInChunks(kind, upload, apply);
        }
    }

    private FileResult applyInChunks(
            String kind, ReceivedUpload upload, Function<FileRun, FileResult> apply) {
        Receipts known = QuarkusTransaction.requiringNew().call(() -> receiptsOf(kind, upload));
        if (known.answer().isPresent()) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> files.alreadyReceived(known.answer().get()));
        }
        FileRun run =
                QuarkusTransaction.requiringNew()
                        .call(() -> resumed(kind, upload, known.ofSameAreas()));
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

    /**
     * Applies a file in one transaction and takes everything back: what the file would do, against
     * what is on record now. It leaves no receipt. Until it ends it holds the locks that the file
     * would need, so it is for files of which {@code apply} limits the rows. For calls of users.
     */
    public TriedFile tried(
            String kind, ReceivedUpload upload, Function<FileRun, FileResult> apply) {
        List<RowRefusal> refusals = new ArrayList<>();
        FileRun run =
                new FileRun(
                        UuidCreator.getTimeOrderedEpoch(),
                        kind,
                        upload,
                        new Trial(refusals),
                        new RunCounts());
        FileResult result;
        QuarkusTransaction.begin(
                QuarkusTransaction.beginOptions().timeout((int) TRIAL_TIME.toSeconds()));
        try {
            files.begin(run.fileId(), kind + TRIAL, upload, sender(), senderAreas());
            result = apply.apply(run);
        } finally {
            QuarkusTransaction.rollback();
        }
        run.takeUnstored().forEach(numbered -> refusals.add(numbered.refusal()));
        return new TriedFile(result.withStatus(FileResult.TRIED), refusals);
    }

    /**
     * What would become of a file.
     *
     * @param refusals in the order of their lines, as many as a receipt would keep
     */
    public record TriedFile(FileResult result, List<RowRefusal> refusals) {

        public TriedFile {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * What is known of a file.
     *
     * @param answer the receipt that answers for the sender, best one with the sender's own areas
     * @param ofSameAreas the receipt of a sender with the same areas, in any status
     */
    private record Receipts(Optional<FileReceipt> answer, Optional<FileReceipt> ofSameAreas) {}

    private Receipts receiptsOf(String kind, ReceivedUpload upload) {
        List<String> areas = senderAreas();
        List<FileReceipt> receipts = files.find(kind, upload.sha256Hex());
        Optional<FileReceipt> ofSameAreas =
                receipts.stream().filter(receipt -> receipt.isOfAreas(areas)).findFirst();
        Optional<FileReceipt> answer =
                Stream.concat(ofSameAreas.stream(), receipts.stream())
                        .filter(receipt -> receipt.answers(areas))
                        .findFirst();
        return new Receipts(answer, ofSameAreas);
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
        files.begin(id, kind, upload, sender(), senderAreas());
        return id;
    }

    private String sender() {
        return isRequested() ? caller.subjectOr(NOBODY) : NOBODY;
    }

    private List<String> senderAreas() {
        if (!isRequested()) {
            return List.of();
        }
        AreaScope areas = caller.areas();
        return areas.isEverywhere() ? List.of(Viewer.EVERYWHERE) : List.copyOf(areas.codes());
    }

    private static boolean isRequested() {
        return Arc.container().requestContext().isActive();
    }

    /**
     * Waits briefly for another call, because a small file is applied quickly. Besides, a
     * committing transaction releases its row locks before this lock, so a caller that waited for a
     * row arrives too early.
     */
    private void lockForTransaction(String kind, ReceivedUpload upload) {
        try {
            locks.take(lockName(kind, upload), PATIENCE);
        } catch (DatabaseFailure failed) {
            boolean isHeld =
                    SqlState.of(failed)
                            .filter(state -> SqlState.LOCK_NOT_AVAILABLE.equals(state.code()))
                            .isPresent();
            throw isHeld ? inProgress() : failed;
        }
    }

    private static String lockName(String kind, ReceivedUpload upload) {
        return LOCK_NAMESPACE + kind + ":" + upload.sha256Hex();
    }

    private static Refused inProgress() {
        return Refused.because(FileRefusals.FILE_IN_PROGRESS);
    }

    /** Everything happens in the surrounding transaction. */
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

    /** Everything is in the transaction that is taken back, and the refusals are only shown. */
    private record Trial(List<RowRefusal> refusals) implements FileRun.Recorder {

        @Override
        public void store(FileRun run, long lastLine, List<FileRun.NumberedRefusal> numbered) {
            numbered.forEach(one -> refusals.add(one.refusal()));
        }

        @Override
        public void inTransaction(Runnable work) {
            work.run();
        }
    }
}
