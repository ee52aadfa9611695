package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileRunTest {

    private final ReceivedUpload upload = TryFiles.upload("a;b\n");
    private final FileRun run = FileRun.detached("test", upload);

    @AfterEach
    void removeUpload() {
        upload.close();
    }

    @Test
    void the_status_follows_from_the_counts() {
        run.read(3);
        assertThat(run.result().status()).isEqualTo("APPLIED");
        run.refuse(refusal(2));
        assertThat(run.result().status()).isEqualTo("REFUSED");
        run.unchanged();
        assertThat(run.result().status()).isEqualTo("PARTLY_APPLIED");
        run.applied();
        assertThat(run.result().status()).isEqualTo("PARTLY_APPLIED");
        assertThat(run.result().rowsRead()).isEqualTo(3);
    }

    @Test
    void two_refusals_of_one_line_are_one_refused_row() {
        run.refuse(refusal(2));
        run.refuse(refusal(2));
        run.refuse(refusal(3));

        assertThat(run.result().rowsRefused()).isEqualTo(2);
        assertThat(run.result().refusals()).hasSize(3);
    }

    @Test
    void a_part_of_a_row_is_refused_and_the_row_counts() {
        run.read();
        run.applied();
        run.refusePart(refusal(2));

        assertThat(run.result().status()).isEqualTo("PARTLY_APPLIED");
        assertThat(run.result().rowsRefused()).isZero();
        assertThat(run.result().refusals()).hasSize(1);
    }

    @Test
    void a_thousand_refusals_are_shown() {
        IntStream.rangeClosed(1, 1000).forEach(line -> run.refuse(refusal(line)));
        assertThat(run.result().refusals()).hasSize(1000);
        assertThat(run.result().refusalsTruncated()).isFalse();

        run.refuse(refusal(1001));
        assertThat(run.result().refusals()).hasSize(1000);
        assertThat(run.result().refusalsTruncated()).isTrue();
        assertThat(run.result().rowsRefused()).isEqualTo(1001);
    }

    @Test
    void chunks_have_their_size_and_the_last_what_is_left() {
        List<Integer> sizes = new ArrayList<>();
        run.eachChunk(rows(25).iterator(), 10, chunk -> sizes.add(chunk.size()));

        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(run.result().rowsRead()).isEqualTo(25);
        assertThat(run.resumeAfterLine()).isEqualTo(25);
    }

    @Test
    void a_full_last_chunk_is_followed_by_no_empty_one() {
        List<Integer> sizes = new ArrayList<>();
        run.eachChunk(rows(20).iterator(), 10, chunk -> sizes.add(chunk.size()));
        run.eachChunk(rows(0).iterator(), 10, chunk -> sizes.add(chunk.size()));

        assertThat(sizes).containsExactly(10, 10);
    }

    @Test
    void what_is_done_is_not_done_again() {
        List<Integer> lines = new ArrayList<>();
        run.eachChunk(rows(15).iterator(), 10, chunk -> {});
        run.eachChunk(rows(25).iterator(), 4, chunk -> chunk.forEach(row -> lines.add(row.line())));

        assertThat(lines).containsExactlyElementsOf(IntStream.rangeClosed(16, 25).boxed().toList());
    }

    @Test
    void a_chunk_that_fails_counts_for_nothing() {
        run.eachChunk(rows(10).iterator(), 10, chunk -> run.applied(10));
        assertThatThrownBy(
                        () ->
                                run.chunk(
                                        20,
                                        () -> {
                                            run.applied(5);
                                            run.refuse(refusal(11));
                                            throw new IllegalStateException("half way");
                                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(run.result().rowsApplied()).isEqualTo(10);
        assertThat(run.result().rowsRefused()).isZero();
        assertThat(run.result().refusals()).isEmpty();
        assertThat(run.resumeAfterLine()).isEqualTo(10);
    }

    private static List<Row> rows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new Row(i, List.of("x"))).toList();
    }

    private static RowRefusal refusal(int line) {
        return RowRefusal.of(line, "nik", "x", "NIK_LENGTH", "16 digits");
    }
}
