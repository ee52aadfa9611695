package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.benchmarks.PostedReport.Expected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeFileTest {

    private static final int LINES = 2_000;

    @Test
    void aNoticeHasABookingForEachPayment(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("notice.xml");
        NoticeFile.write(file, LINES);

        String text = Files.readString(file);
        assertThat(text.split("<Ntry>", -1)).hasSize(LINES + 1);
        assertThat(text.split("<CdtDbtInd>CRDT", -1)).hasSize(2 + 1);
        assertThat(text).contains(MadePayments.FUNDING_ACCOUNT);
    }

    @Test
    void everyBookingHasAnOutcomeAndEveryPaymentAStatus() {
        Expected expected = NoticeFile.expected(LINES);

        assertThat(expected.statuses()).isEqualTo(Map.of("CREDITED", 1_992L, "SENT", 8L));
        assertThat(expected.outcomes().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(LINES);
        assertThat(expected.bookings()).isEqualTo(1_992);
    }
}
