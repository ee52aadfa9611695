package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.web.Refused;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "files"))
class FileReceiptsComponentTest {

    @Inject FileReceipts receipts;
    @Inject DataSource dataSource;

    private final String unique = UUID.randomUUID().toString();
    private ReceivedUpload upload;

    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();

    @BeforeEach
    void receiveUpload() {
        upload = TryFiles.upload("content;" + unique);
    }

    @AfterEach
    void delete() {
        elsewhere.shutdownNow();
        upload.close();
    }

    @Test
    void an_error_undoes_the_receipt_with_the_effect() {
        assertThatThrownBy(
                        () ->
                                receipts.once(
                                        "kind",
                                        upload,
                                        run -> {
                                            apply(run, 1, 1);
                                            throw new IllegalStateException("after the effect");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(applied()).isZero();
        assertThat(receiptsOf("kind")).isZero();

        FileResult again = receipts.once("kind", upload, run -> apply(run, 1, 1));
        assertThat(again.status()).isEqualTo("APPLIED");
        assertThat(applied()).isEqualTo(1);
    }

    @Test
    void one_transaction_may_be_the_callers() {
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    receipts.once(
                                                            "kind",
                                                            upload,
                                                            run -> apply(run, 1, 1));
                                                    throw new IllegalStateException("later");
                                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(applied()).isZero();
        assertThat(receiptsOf("kind")).isZero();
    }

    @Test
    void the_same_bytes_of_another_kind_are_another_file() {
        FileResult one = receipts.once("kind-a", upload, run -> apply(run, 1, 1));
        FileResult other = receipts.once("kind-b", upload, run -> apply(run, 2, 2));
        FileResult again = receipts.once("kind-a", upload, run -> apply(run, 3, 3));

        assertThat(other.status()).isEqualTo("APPLIED");
        assertThat(again.status()).isEqualTo("ALREADY_RECEIVED");
        assertThat(again.fileId()).isEqualTo(one.fileId());
        assertThat(applied()).isEqualTo(2);
    }

    @Test
    void chunks_work_in_one_transaction_too() {
        FileResult result =
                receipts.once(
                        "kind",
                        upload,
                        run -> {
                            run.eachChunk(rows(25).iterator(), 10, chunk -> effects(run, chunk));
                            return run.result();
                        });

        assertThat(result.rowsRead()).isEqualTo(25);
        assertThat(applied()).isEqualTo(25);
    }

    @Test
    void after_a_failure_half_way_the_same_bytes_go_on_after_the_last_chunk() {
        assertThatThrownBy(() -> inChunks(run -> 15)).isInstanceOf(IllegalStateException.class);
        assertThat(applied()).isEqualTo(8);
        assertThat(statusOf("chunks")).isEqualTo("IN_PROGRESS");

        FileResult result = inChunks(run -> -1);

        assertThat(result.status()).isEqualTo("PARTLY_APPLIED");
        assertThat(result.rowsRead()).isEqualTo(25);
        assertThat(result.rowsApplied()).isEqualTo(20);
        assertThat(result.rowsRefused()).isEqualTo(5);
        assertThat(result.refusals().stream().map(RowRefusal::line))
                .containsExactly(5, 10, 15, 20, 25);
        assertThat(applied()).isEqualTo(20);

        FileResult again = inChunks(run -> 1);
        assertThat(again.status()).isEqualTo("ALREADY_RECEIVED");
        assertThat(again.refusals()).hasSize(5);
        assertThat(again.rowsApplied()).isEqualTo(20);
    }

    @Test
    void a_failure_before_the_first_chunk_leaves_no_receipt() {
        assertThatThrownBy(
                        () ->
                                receipts.onceInChunks(
                                        "chunks",
                                        upload,
                                        run -> {
                                            throw Refused.because("FILE_TRUNCATED");
                                        }))
                .isInstanceOf(Refused.class);

        assertThat(receiptsOf("chunks")).isZero();
    }

    @Test
    void chunks_refuse_to_run_inside_a_transaction() {
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(() -> receipts.onceInChunks("x", upload, r -> null)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_checkpoint_outside_a_transaction_is_refused() {
        assertThatThrownBy(
                        () ->
                                receipts.onceInChunks(
                                        "chunks",
                                        upload,
                                        run -> {
                                            run.checkpoint(1);
                                            return run.result();
                                        }))
                .isNotNull();
        assertThat(receiptsOf("chunks")).isZero();
    }

    @Test
    void one_that_comes_while_a_small_file_is_applied_waits_for_the_result() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CompletableFuture<FileResult> first =
                CompletableFuture.supplyAsync(
                        () ->
                                receipts.once(
                                        "patient",
                                        upload,
                                        run -> {
                                            entered.countDown();
                                            awaitSomebodyWaiting();
                                            return apply(run, 1, 1);
                                        }),
                        elsewhere);
        await(entered);

        FileResult second = receipts.once("patient", upload, run -> apply(run, 9, 9));

        assertThat(first.get(30, TimeUnit.SECONDS).status()).isEqualTo("APPLIED");
        assertThat(second.status()).isEqualTo("ALREADY_RECEIVED");
        assertThat(applied()).isEqualTo(1);
    }

    @Test
    void two_at_once_the_second_is_told_to_wait() throws Exception {
        for (boolean chunks : new boolean[] {false, true}) {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch released = new CountDownLatch(1);
            String kind = "at-once-" + chunks;
            CompletableFuture<FileResult> first =
                    CompletableFuture.supplyAsync(
                            () ->
                                    run(
                                            chunks,
                                            kind,
                                            run -> {
                                                entered.countDown();
                                                await(released);
                                                return apply(run, chunks ? 2 : 1, 1);
                                            }),
                            elsewhere);
            await(entered);
            for (boolean second : new boolean[] {false, true}) {
                assertThatThrownBy(() -> run(second, kind, run -> apply(run, 9, 9)))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                r -> assertThat(r.code()).isEqualTo("FILE_IN_PROGRESS"));
            }
            released.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS).status()).isEqualTo("APPLIED");
            assertThat(run(!chunks, kind, run -> apply(run, 9, 9)).status())
                    .isEqualTo("ALREADY_RECEIVED");
        }
        assertThat(applied()).isEqualTo(2);
    }

    @Test
    void refused_rows_are_kept_beyond_those_shown() {
        FileResult result =
                receipts.once(
                        "kind",
                        upload,
                        run -> {
                            run.applied();
                            for (int line = 1; line <= 1500; line++) {
                                run.refuse(RowRefusal.of(line, "nik", "x", "NIK_LENGTH", null));
                            }
                            return run.result();
                        });

        assertThat(result.refusals()).hasSize(1000);
        assertThat(result.refusalsTruncated()).isTrue();
        assertThat(
                        count(
                                "SELECT count(*) FROM received_file_row WHERE file_id = '"
                                        + result.fileId()
                                        + "'"))
                .isEqualTo(1500);
        FileResult again = receipts.once("kind", upload, run -> run.result());
        assertThat(again.refusalsTruncated()).isTrue();
        assertThat(again.refusals()).hasSize(1000);
    }

    private interface FailsAt {
        int line(FileRun run);
    }

    /** 25 rows, every fifth refused, failing at a line if it is not negative. */
    private FileResult inChunks(FailsAt failsAt) {
        return receipts.onceInChunks(
                "chunks",
                upload,
                run -> {
                    run.eachChunk(
                            rows(25).iterator(),
                            10,
                            chunk -> {
                                for (Row row : chunk) {
                                    if (row.line() == failsAt.line(run)) {
                                        throw new IllegalStateException("crash");
                                    }
                                    if (row.line() % 5 == 0) {
                                        run.refuse(refusal(row.line()));
                                    } else {
                                        effects(run, List.of(row));
                                    }
                                }
                            });
                    return run.result();
                });
    }

    private FileResult run(boolean chunks, String kind, Function<FileRun, FileResult> apply) {
        return chunks
                ? receipts.onceInChunks(
                        kind,
                        upload,
                        run -> QuarkusTransaction.joiningExisting().call(() -> apply.apply(run)))
                : receipts.once(kind, upload, apply);
    }

    private FileResult apply(FileRun run, int line, int rows) {
        run.read(rows);
        effects(run, List.of(new Row(line, List.of("x"))));
        return run.result();
    }

    private void effects(FileRun run, List<Row> rows) {
        for (Row row : rows) {
            tables().execute(
                            "INSERT INTO applied_row (file, line) VALUES (?, ?)",
                            unique,
                            row.line());
            run.applied();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitSomebodyWaiting() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static List<Row> rows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new Row(i, List.of("x"))).toList();
    }

    private static RowRefusal refusal(int line) {
        return RowRefusal.of(line, "nik", "x", "NIK_LENGTH", "16 digits");
    }

    private long applied() {
        return count("SELECT count(*) FROM applied_row WHERE file = '" + unique + "'");
    }

    private long receiptsOf(String kind) {
        return count(
                "SELECT count(*) FROM received_file WHERE kind = '%s' AND sha256 = '%s'"
                        .formatted(kind, upload.sha256Hex()));
    }

    private String statusOf(String kind) {
        return tables().text(
                        "SELECT status FROM received_file WHERE kind = '%s' AND sha256 = '%s'"
                                .formatted(kind, upload.sha256Hex()));
    }

    private long count(String sql) {
        return tables().number(sql);
    }

    private Rows tables() {
        return new Rows(dataSource);
    }
}
