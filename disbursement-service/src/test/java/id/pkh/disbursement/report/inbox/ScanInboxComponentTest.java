package id.pkh.disbursement.report.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.InboxFolder;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.ProfileApi;
import id.pkh.disbursement.support.SampleProfile;
import id.pkh.platform.persistence.DatabaseFailure;
import id.pkh.testsupport.metrics.ExposedMetrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = InboxFolder.class, restrictToAnnotatedClass = false)
class ScanInboxComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";

    @Inject ScanInbox scanInbox;

    @ConfigProperty(name = "pkh.disbursement.bank.inbox")
    Path inbox;

    @BeforeEach
    void emptyInbox() throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path put(String bank, String name, byte[] content, Instant modified)
            throws IOException {
        Path file = Files.createDirectories(inbox.resolve(bank)).resolve(name);
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }

    private Path putWhole(String bank, String name, byte[] content) throws IOException {
        return put(bank, name, content, Instant.now().minusSeconds(600));
    }

    private List<String> in(String folder) throws IOException {
        Path path = inbox.resolve(folder);
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aReportIsImportedAndItsResultIsWrittenBesideIt() throws IOException {
        UUID kpm = familyAt("BRI");
        sentBatch();
        putWhole("BRI", "a.xml", Pain002.answering(MESSAGE).line(paymentOf(kpm), "ACCC").bytes());
        putWhole(
                "BRI",
                "b.xml",
                Pain002.answering("PKH-2026T2-BRI-077").group("ACCP", null).bytes());
        putWhole("BNI", "c.xml", Pain002.answering(MESSAGE).line(paymentOf(kpm), "ACSP").bytes());

        assertThat(scanInbox.handle()).isEqualTo(3);

        assertThat(states()).containsExactly("CREDITED 1");
        assertThat(in("BRI")).isEmpty();
        assertThat(in("BRI/done")).containsExactly("a.xml", "a.xml.result.json");
        assertThat(in("BRI/refused")).containsExactly("b.xml", "b.xml.result.json");
        assertThat(Files.readString(inbox.resolve("BRI/done/a.xml.result.json")))
                .contains("\"APPLIED\"", "\"repeated\" : false");
        assertThat(Files.readString(inbox.resolve("BRI/refused/b.xml.result.json")))
                .contains("REPORT_BATCH_UNKNOWN");
        assertThat(Files.readString(inbox.resolve("BNI/refused/c.xml.result.json")))
                .contains("REPORT_OF_OTHER_BANK");
        assertThat(tables.lines("SELECT received_by FROM bank_report"))
                .containsExactly("inbox:BRI");
        assertThat(scanInbox.handle()).isZero();
    }

    @Test
    void aTableIsReadWithTheProfileOfTheFoldersBank() throws IOException {
        UUID kpm = familyAt("BRI");
        sentBatch();
        byte[] table =
                SampleProfile.csv(
                        SampleProfile.rows(
                                SampleProfile.line(paymentOf(kpm), "225.000", "BERHASIL", "", "R1"),
                                SampleProfile.totals(1, "225.000")));
        ProfileApi.inUse("BRI", SampleProfile.csv(), table);
        putWhole("BRI", "a.csv", table);
        putWhole("BNI", "b.csv", table);

        assertThat(scanInbox.handle()).isEqualTo(2);

        assertThat(states()).containsExactly("CREDITED 1");
        assertThat(in("BRI/done")).containsExactly("a.csv", "a.csv.result.json");
        assertThat(Files.readString(inbox.resolve("BNI/refused/b.csv.result.json")))
                .contains("REPORT_NOT_XML");
    }

    @Test
    void theSameFileUnderTheSameNameIsKeptBesideTheFirst() throws IOException {
        UUID kpm = familyAt("BRI");
        sentBatch();
        byte[] report = Pain002.answering(MESSAGE).line(paymentOf(kpm), "ACCC").bytes();
        putWhole("BRI", "a.xml", report);
        scanInbox.handle();
        putWhole("BRI", "a.xml", report);
        scanInbox.handle();

        assertThat(in("BRI/done"))
                .containsExactly("a.xml", "a.xml.2", "a.xml.2.result.json", "a.xml.result.json");
        assertThat(Files.readString(inbox.resolve("BRI/done/a.xml.2.result.json")))
                .contains("\"repeated\" : true");
    }

    @Test
    void aFileThatCannotBeMovedStaysIsCountedAndIsAppliedOnce() throws IOException {
        UUID kpm = familyAt("BRI");
        sentBatch();
        putWhole("BRI", "a.xml", Pain002.answering(MESSAGE).line(paymentOf(kpm), "ACCC").bytes());
        Path done = inbox.resolve("BRI/done");
        Path kept = inbox.resolve("BRI/done-before");
        boolean wasThere = Files.exists(done);
        if (wasThere) {
            Files.move(done, kept);
        }
        Files.createFile(done);
        try {
            assertThat(scanInbox.handle()).isZero();
            assertThat(scanInbox.handle()).isZero();
            assertThat(in("BRI")).contains("a.xml");
            assertThat(failed()).isEqualTo("1.0");
        } finally {
            Files.delete(done);
            if (wasThere) {
                Files.move(kept, done);
            }
        }

        assertThat(scanInbox.handle()).isEqualTo(1);
        assertThat(failed()).isEqualTo("0.0");
        assertThat(states()).containsExactly("CREDITED 1");
    }

    @Test
    void aFileWhoseReportIsNotAppliedStaysUntilItIs() throws IOException {
        UUID kpm = familyAt("BRI");
        sentBatch();
        putWhole("BRI", "a.xml", Pain002.answering(MESSAGE).line(paymentOf(kpm), "ACCC").bytes());
        tables.execute(
                "ALTER TABLE bank_report_line ADD CONSTRAINT refuses CHECK (false) NOT VALID");
        try {
            assertThat(scanInbox.handle()).isZero();
        } finally {
            tables.execute("ALTER TABLE bank_report_line DROP CONSTRAINT refuses");
        }
        assertThat(in("BRI")).contains("a.xml");
        assertThat(failed()).isEqualTo("1.0");
        assertThat(jobs("bank-report")).containsExactly("FAILED null 0");

        assertThat(scanInbox.handle()).isEqualTo(1);
        assertThat(in("BRI")).isEmpty();
        assertThat(failed()).isEqualTo("0.0");
        assertThat(states()).containsExactly("CREDITED 1");
    }

    @Test
    void theGaugeIsUnknownWhenTheScanFailed() {
        scanInbox.handle();
        tables.execute("ALTER TABLE bank_terms RENAME TO bank_terms_away");
        try {
            assertThatThrownBy(() -> scanInbox.handle()).isInstanceOf(DatabaseFailure.class);
            assertThat(failed()).isEqualTo("NaN");
        } finally {
            tables.execute("ALTER TABLE bank_terms_away RENAME TO bank_terms");
        }
        scanInbox.handle();
        assertThat(failed()).isEqualTo("0.0");
    }

    private static String failed() {
        return ExposedMetrics.shown("bank_inbox_files_failed ");
    }

    @Test
    void incompleteFilesAndFilesOutsideABanksFolderStay() throws IOException {
        familyAt("BRI");
        sentBatch();
        byte[] report = Pain002.answering(MESSAGE).group("ACCP", null).bytes();
        put("BRI", "fresh.xml", report, Instant.now());
        putWhole("BRI", "upload.xml.part", report);
        putWhole("BRI", ".hidden", report);
        putWhole("SOMEBODY", "a.xml", report);
        Path target = putWhole("elsewhere", "real.xml", report);
        Path link = inbox.resolve("BRI/link.xml");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);

        assertThat(scanInbox.handle()).isZero();

        assertThat(states()).containsExactly("SENT 1");
        Files.delete(link);
    }
}
