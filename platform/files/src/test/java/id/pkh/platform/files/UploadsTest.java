package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.web.Refused;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {

    private static final int MAX_BYTES = 200_000;

    @TempDir Path directory;

    @Test
    void a_body_up_to_the_limit_is_received_and_deleted_when_closed() throws IOException {
        for (int bytes : new int[] {1, MAX_BYTES - 1, MAX_BYTES}) {
            try (ReceivedUpload upload = receive(new byte[bytes])) {
                assertThat(upload.bytes()).isEqualTo(bytes);
                assertThat(Files.size(upload.path())).isEqualTo(bytes);
            }
            assertNothingLeft();
        }
    }

    @Test
    void above_the_limit_it_stops_and_leaves_nothing_behind() throws IOException {
        assertRefused("FILE_TOO_LARGE", new ByteArrayInputStream(new byte[MAX_BYTES + 1]));
        Endless endless = new Endless();
        assertRefused("FILE_TOO_LARGE", endless);
        assertThat(endless.given).isLessThan(MAX_BYTES + 200_000);
    }

    @Test
    void an_empty_body_is_refused() throws IOException {
        assertRefused("FILE_EMPTY", new ByteArrayInputStream(new byte[0]));
    }

    @Test
    void a_broken_connection_leaves_nothing_behind() throws IOException {
        InputStream broken =
                new InputStream() {
                    private int given;

                    @Override
                    public int read() throws IOException {
                        if (++given > 1000) {
                            throw new IOException("connection reset");
                        }
                        return 'x';
                    }
                };
        assertThatThrownBy(() -> uploads().receive(broken, null, "x"))
                .isInstanceOf(UncheckedIOException.class);
        assertNothingLeft();
    }

    @Test
    void the_hash_is_of_the_bytes() {
        try (ReceivedUpload upload = receive("abc".getBytes())) {
            assertThat(upload.sha256Hex())
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, upload",
                "'', upload",
                "families.csv, families.csv",
                "../../etc/passwd, passwd",
                "C:\\data\\Absensi Januari.xlsx, Absensi Januari.xlsx",
                "data/, upload",
                "daftar 1771080101900001.csv, daftar ************0001.csv",
                "TW1 2026.csv, TW1 2026.csv",
            })
    void file_names_are_made_safe(String given, String kept) {
        assertThat(Filenames.safe(given)).isEqualTo(kept);
    }

    @Test
    void long_file_names_keep_their_end() {
        assertThat(Filenames.safe("x".repeat(300) + ".csv")).hasSize(200).endsWith(".csv");
        assertThat(Filenames.safe("a\r\nSet-Cookie: x\u0000.csv")).isEqualTo("aSet-Cookie: x.csv");
    }

    private Uploads uploads() {
        return new Uploads(new MemorySize(BigInteger.valueOf(MAX_BYTES)), Optional.of(directory));
    }

    private ReceivedUpload receive(byte[] content) {
        return uploads().receive(new ByteArrayInputStream(content), null, "x.csv");
    }

    private void assertRefused(String code, InputStream body) throws IOException {
        assertThatThrownBy(() -> uploads().receive(body, null, "x.csv"))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
        assertNothingLeft();
    }

    private void assertNothingLeft() throws IOException {
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    private static final class Endless extends InputStream {

        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            given += length;
            return length;
        }
    }
}
