package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.ProfileApi;
import id.pkh.disbursement.support.SampleProfile;
import id.pkh.testsupport.files.Workbooks;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of banks, read with the profile of the bank. */
@QuarkusTest
class TableReportComponentTest extends BankComponentTest {

    private static final String AMOUNT = "225.000,00";

    @TempDir Path folder;

    private static ValidatableResponse send(byte[] file) {
        return Caller.ofBank("BRI").send("/bank-reports", file);
    }

    private void csvProfile() {
        ProfileApi.inUse("BRI", SampleProfile.csv(), SampleProfile.csv(sample()));
    }

    private static List<List<String>> sample() {
        return SampleProfile.rows(
                line(UUID.randomUUID().toString(), "BERHASIL"), SampleProfile.totals(1, AMOUNT));
    }

    private static List<String> line(String payment, String status) {
        return SampleProfile.line(payment, AMOUNT, status, "", "R-" + payment.substring(0, 8));
    }

    private List<List<String>> answered(List<UUID> families) {
        return SampleProfile.rows(
                line(paymentOf(families.get(0)), "BERHASIL"),
                line(paymentOf(families.get(1)), "BERHASIL"),
                line(paymentOf(families.get(1)), "DI KEMBALIKAN"),
                SampleProfile.line(
                        paymentOf(families.get(2)), AMOUNT, "GAGAL", "Rekening Tutup", "R3"),
                line(paymentOf(families.get(3)), "DITERIMA"),
                line("BIAYA ADMIN", "BERHASIL"),
                SampleProfile.totals(6, "1.350.000,00"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTableMovesPaymentsByTheSameRules(boolean isText) {
        List<UUID> families = familiesWithOneAccount("BRI", 4);
        sentBatch();
        String profile =
                isText
                        ? ProfileApi.inUse("BRI", SampleProfile.csv(), SampleProfile.csv(sample()))
                        : ProfileApi.inUse("BRI", SampleProfile.xlsx(), Workbooks.xlsx(sample()));
        byte[] file =
                isText ? SampleProfile.csv(answered(families)) : Workbooks.xlsx(answered(families));

        String report =
                send(file)
                        .statusCode(201)
                        .body("kind", equalTo("BANK_LIST"))
                        .body("batch_id", nullValue())
                        .body("message_id", containsString("LIST-"))
                        .body("lines", equalTo(6))
                        .body("outcomes.MATCHED", equalTo(5))
                        .body("outcomes.NOT_OURS", equalTo(1))
                        .extract()
                        .path("report_id");

        assertThat(states())
                .containsExactly("ACCEPTED 1", "CREDITED 1", "REJECTED 1", "RETURNED 1");
        assertThat(tables.text("SELECT profile_id::text FROM bank_report")).isEqualTo(profile);
        assertThat(tables.lines("SELECT kind, booked_on FROM payment_booking ORDER BY 1"))
                .containsExactly("CREDIT 2026-04-20", "CREDIT 2026-04-20", "RETURN 2026-04-20");
        Caller.officer()
                .get("/cycles/" + CYCLE + "/unsettled-payments?status=REJECTED")
                .body("items[0].bank_reason", equalTo("AC04"));
        Caller.auditor()
                .get("/bank-reports/" + report + "/lines")
                .body("items.line_no", contains(1, 2, 3, 4, 5, 6));
        BankApi.exceptions("?open=true")
                .body("items.exception_class", everyItem(equalTo("CORRECTION_PENDING")));
        BankApi.money(CYCLE).body("balanced", equalTo(true));
        send(file).statusCode(200).body("repeated", equalTo(true));
    }

    @Test
    void theSameEventInAnotherFileChangesNothing() {
        List<UUID> families = familiesWithOneAccount("BRI", 4);
        sentBatch();
        csvProfile();
        send(SampleProfile.csv(answered(families))).statusCode(201);
        List<List<String>> again = new ArrayList<>(answered(families));
        again.add(List.of("Dicetak ulang"));

        send(SampleProfile.csv(again))
                .statusCode(201)
                .body("repeated", equalTo(false))
                .body("outcomes.DUPLICATE", equalTo(5))
                .body("outcomes.NOT_OURS", equalTo(1));

        assertThat(states())
                .containsExactly("ACCEPTED 1", "CREDITED 1", "REJECTED 1", "RETURNED 1");
    }

    @Test
    void whatALineStatesIsJudgedLineByLine() {
        List<UUID> families = familiesWithOneAccount("BRI", 4);
        sentBatch();
        csvProfile();
        List<String> otherAccount = new ArrayList<>(line(paymentOf(families.get(2)), "BERHASIL"));
        otherAccount.set(1, "999888777666555");

        send(SampleProfile.csv(
                        SampleProfile.rows(
                                line(paymentOf(families.get(0)), "BERHASIL"),
                                SampleProfile.line(
                                        paymentOf(families.get(1)), "1.000", "BERHASIL", "", "R2"),
                                otherAccount,
                                line(paymentOf(families.get(3)), "SEBAGIAN"),
                                line(UUID.randomUUID().toString(), "BERHASIL"),
                                SampleProfile.totals(5, "901.000"))))
                .statusCode(201)
                .body("outcomes.MATCHED", equalTo(1))
                .body("outcomes.AMOUNT_DIFFERS", equalTo(1))
                .body("outcomes.CONTRADICTS", equalTo(1))
                .body("outcomes.STATUS_UNKNOWN", equalTo(1))
                .body("outcomes.UNKNOWN_REFERENCE", equalTo(1));

        assertThat(states()).containsExactly("CREDITED 1", "SENT 3");
        BankApi.exceptions("?open=true")
                .body(
                        "items.exception_class",
                        containsInAnyOrder(
                                "AMOUNT_MISMATCH",
                                "ACCOUNT_MISMATCH",
                                "STATUS_UNKNOWN",
                                "UNMATCHED_LINE"));
    }

    @Test
    void aFileThatLiesOrIsCutIsKeptAndMovesNothing() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        csvProfile();

        send(SampleProfile.csv(
                        SampleProfile.rows(
                                line(paymentOf(kpm), "BERHASIL"),
                                SampleProfile.totals(2, "450.000"))))
                .statusCode(422)
                .body("code", equalTo("REPORT_TOTALS_DIFFER"))
                .body("total", equalTo("COUNT_NOT_OF_ENTRIES"));
        send(SampleProfile.csv(SampleProfile.rows(line(paymentOf(kpm), "BERHASIL"))))
                .statusCode(422)
                .body("code", equalTo("REPORT_CUT"))
                .body("element", equalTo("JUMLAH"));

        assertThat(states()).containsExactly("SENT 1");
        assertThat(tables.lines("SELECT status FROM bank_report ORDER BY 1"))
                .containsExactly("PARTIAL", "WITHHELD");
        BankApi.exceptions("?open=true")
                .body(
                        "items.exception_class",
                        containsInAnyOrder("CONTROL_TOTAL_MISMATCH", "PARTIAL_FILE"));
    }

    @Test
    void aCellThatCannotBeReadIsToldToTheSenderAndNothingIsKept() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        csvProfile();
        List<String> shortened = new ArrayList<>(line(paymentOf(kpm), "BERHASIL"));
        shortened.set(1, "1.23E+14");

        send(SampleProfile.csv(
                        SampleProfile.rows(
                                line(paymentOf(kpm), "BERHASIL"),
                                shortened,
                                SampleProfile.totals(2, "450.000"))))
                .statusCode(422)
                .body("code", equalTo("REPORT_CELL_UNREADABLE"))
                .body("line", equalTo(4))
                .body("column", equalTo("2 Rekening"))
                .body("found", equalTo("ACCOUNT_NUMERIC_CELL"))
                .body("expected", equalTo("column formatted as text"))
                .body("detail", containsString("line 4, column 2 Rekening"));

        assertThat(states()).containsExactly("SENT 1");
        assertThat(tables.number("SELECT count(*) FROM bank_report")).isZero();
    }

    @Test
    void whatTheMinistryBringsInWaitsForASecondPerson() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        csvProfile();
        byte[] file =
                SampleProfile.csv(
                        SampleProfile.rows(
                                line(paymentOf(kpm), "BERHASIL"), SampleProfile.totals(1, AMOUNT)));

        var waiting =
                Caller.officer("first")
                        .send("/bank-reports?bank=BRI", file)
                        .statusCode(202)
                        .body("status", equalTo("AWAITING_CONFIRMATION"))
                        .extract()
                        .jsonPath();
        assertThat(states()).containsExactly("SENT 1");
        BankApi.confirmReport(
                        Caller.approver("second"),
                        waiting.getString("report_id"),
                        waiting.getString("sha256"))
                .statusCode(202);
        jobs.await(UUID.fromString(waiting.getString("report_id")), Duration.ofSeconds(30));

        assertThat(states()).containsExactly("CREDITED 1");
    }

    @Test
    void theSameBytesUnderAnotherNameChangeNothing() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        csvProfile();
        byte[] file =
                SampleProfile.csv(
                        SampleProfile.rows(
                                line(paymentOf(kpm), "BERHASIL"), SampleProfile.totals(1, AMOUNT)));
        send(file).statusCode(201);

        Caller.ofBank("BRI")
                .send("/bank-reports", file, Map.of("filename", "another.csv"))
                .statusCode(200)
                .body("repeated", equalTo(true));
        assertThat(tables.number("SELECT count(*) FROM bank_report")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "xl/vbaProject.bin, 10, FILE_HAS_MACROS",
        "xl/media/image.png, 300000000, FILE_UNSAFE",
        "../outside.xml, 10, FILE_UNSAFE"
    })
    void aWorkbookWithOtherContentsIsRefused(String entry, int zeros, String code)
            throws IOException {
        ProfileApi.inUse("BRI", SampleProfile.xlsx(), Workbooks.xlsx(sample()));
        Path whole = Files.write(folder.resolve("whole.xlsx"), Workbooks.xlsx(sample()));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(whole.toFile());
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry one : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(one.getName()));
                in.getInputStream(one).transferTo(out);
            }
            out.putNextEntry(new ZipEntry(entry));
            byte[] some = new byte[10_000];
            for (int written = 0; written < zeros; written += some.length) {
                out.write(some);
            }
        }

        send(changed.toByteArray()).statusCode(422).body("code", equalTo(code));
        assertThat(tables.number("SELECT count(*) FROM bank_report")).isZero();
    }

    @Test
    void withoutAProfileOfTheBankATableIsNotRead() {
        csvProfile();

        Caller.ofBank("BNI")
                .send("/bank-reports", SampleProfile.csv(sample()))
                .statusCode(422)
                .body("code", equalTo("REPORT_NOT_XML"));
        send(Workbooks.xlsx(sample())).statusCode(422).body("code", equalTo("REPORT_NOT_XML"));
    }

    /** The rows of the sample state the account of all of them. */
    private List<UUID> familiesWithOneAccount(String bank, int count) {
        List<UUID> families = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            families.add(familyWith(bank, "SITI CONTOH", "001234567890123"));
        }
        return families;
    }
}
