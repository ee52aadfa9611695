package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.web.Refused;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;

/** Makes and reads files in tests. */
final class TryFiles {

    private static final Uploads UPLOADS =
            new Uploads(new MemorySize(BigInteger.valueOf(1L << 30)), Optional.empty());

    private TryFiles() {}

    static ReceivedUpload upload(String content) {
        return upload(content.getBytes(StandardCharsets.UTF_8));
    }

    static ReceivedUpload upload(byte[] content) {
        return UPLOADS.receive(new ByteArrayInputStream(content), null, "test.csv");
    }

    static List<Row> rows(String content) {
        return rows(content.getBytes(StandardCharsets.UTF_8), TabularLimits.defaults());
    }

    static List<Row> rows(byte[] content) {
        return rows(content, TabularLimits.defaults());
    }

    static List<Row> rows(byte[] content, TabularLimits limits) {
        try (ReceivedUpload upload = upload(content);
                TabularFile file = TabularFile.open(upload, limits)) {
            List<Row> rows = new ArrayList<>();
            Iterator<Row> iterator = file.rows();
            while (iterator.hasNext()) {
                rows.add(iterator.next());
            }
            return rows;
        }
    }

    static List<List<String>> cells(String content) {
        return rows(content).stream().map(Row::cells).toList();
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String code, byte[] content, TabularLimits limits) {
        return assertThatThrownBy(() -> rows(content, limits))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    static void assertRefused(String code, byte[] content) {
        assertRefused(code, content, TabularLimits.defaults());
    }

    static void assertRefused(String code, String content) {
        assertRefused(code, content.getBytes(StandardCharsets.UTF_8));
    }
}
