package id.pkh.disbursement.withdrawal;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.testsupport.files.Workbooks;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reconciliation form as a file. */
@QuarkusTest
class ImportWithdrawalsComponentTest extends WithdrawalComponentTest {

    private static final String PATH = "/imports/withdrawals";
    private static final String HEADER =
            "id_pembayaran;id_keluarga;tahap;ditarik;tanggal;jumlah_ditarik;saluran;alasan;didampingi;bukti;nomor_bukti;revisi\n";

    private UUID one;
    private UUID two;
    private UUID far;

    @BeforeEach
    void threeFamilies() {
        one = familyIn(HERE);
        two = familyIn(HERE);
        far = familyIn(FAR);
        sent();
    }

    @Test
    void everyRowIsForItself() {
        String form =
                HEADER
                        + row(
                                "%s;;;Ya;%s;Rp 225.000;ATM;;Sendiri;Struk;map 3;",
                                paymentOf(one), day())
                        + row(";%s;%s;Belum;%s;;;Lupa PIN;;;;", two, CYCLE, day())
                        + row(";%s;%s;Ya;%s;1;ATM;;;;;", far, CYCLE, day())
                        + row("%s;;;Ya;%s;200.000;ATM;;;;;", paymentOf(one), day())
                        + row("%s;;;mungkin;%s;1;ATM;;;;;", paymentOf(one), day())
                        + row("%s;;;Ya;31/02/2026;1;ATM;;;;;", paymentOf(two))
                        + row("%s;;;Ya;%s;;ATM;;;;;", paymentOf(two), day())
                        + row(
                                "%s;;;Ya;%s;1;ATM;;;Struk;rek 001234567890123;",
                                paymentOf(two), day())
                        + row(";;;Ya;%s;1;ATM;;;;;", day());
        facilitator()
                .send(PATH, form)
                .statusCode(201)
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_read", equalTo(9))
                .body("rows_applied", equalTo(2))
                .body("rows_refused", equalTo(7));
        assertThat(
                        tables.lines(
                                "SELECT code, column_name FROM received_file_row JOIN received_file USING (file_id)"
                                        + " WHERE kind = 'withdrawals' ORDER BY line"))
                .contains(
                        "PAYMENT_UNKNOWN id_pembayaran",
                        "WITHDRAWAL_ALREADY_REPORTED revisi",
                        "WITHDRAWAL_CELL_UNREADABLE ditarik",
                        "WITHDRAWAL_CELL_UNREADABLE tanggal",
                        "WITHDRAWAL_INCOMPLETE jumlah_ditarik",
                        "TEXT_HAS_LONG_NUMBER nomor_bukti",
                        "WITHDRAWAL_CELL_UNREADABLE id_pembayaran");
        facilitator().send(PATH, form).statusCode(200).body("status", equalTo("ALREADY_RECEIVED"));
        Caller.auditor()
                .get(path(paymentOf(one)))
                .body("items.outcome", contains("WITHDRAWN"))
                .body("items.amount_idr", contains(225_000))
                .body("items.evidence.reference", contains("map 3"));
        Caller.auditor()
                .get(path(paymentOf(two)))
                .body("items.reason_code", contains("PIN_FORGOTTEN"));
    }

    @Test
    void theSameFactsInOtherBytesChangeNothingAndACorrectionNamesItsRevision() {
        String row = row("%s;;;Ya;%s;225000;ATM;;;;;", paymentOf(one), day());
        facilitator().send(PATH, HEADER + row).statusCode(201);
        facilitator()
                .send(PATH, HEADER + row + "\n")
                .statusCode(201)
                .body("rows_unchanged", equalTo(1));
        facilitator()
                .send(PATH, HEADER + row.replace("225000", "200000").replace(";\n", ";1\n"))
                .statusCode(201)
                .body("rows_applied", equalTo(1));
        Caller.auditor().get(path(paymentOf(one))).body("items.revision", contains(2, 1));
    }

    @Test
    void aWorkbookIsReadAsWell() {
        byte[] workbook =
                Workbooks.xlsx(
                        List.of(
                                List.of(
                                        "ID Keluarga",
                                        "Tahap",
                                        "Sudah Ditarik",
                                        "Tanggal Penarikan",
                                        "Jumlah",
                                        "Saluran"),
                                List.of(one.toString(), CYCLE, "Sudah", day(), "225.000", "Agen")));
        facilitator().send(PATH, workbook).statusCode(201).body("rows_applied", equalTo(1));
    }

    @Test
    void anotherFileIsRefusedAndSoIsAnotherRole() {
        facilitator()
                .send(PATH, "nik;nama\n1;2\n")
                .statusCode(422)
                .body("code", equalTo("FILE_NOT_A_WITHDRAWAL_FORM"));
        facilitator()
                .send(PATH, "ditarik;tahap\nYa;2026-T2\n")
                .statusCode(422)
                .body("code", equalTo("FILE_NOT_A_WITHDRAWAL_FORM"));
        Caller.officer().send(PATH, HEADER).statusCode(403);
    }

    @Test
    void aSenderOfOtherAreasRecordsWhatTheFirstCouldNot() {
        String form =
                HEADER
                        + row(";%s;%s;Ya;%s;1;ATM;;;;;", far, CYCLE, day())
                        + row("%s;;;Ya;%s;1;ATM;;;;;", paymentOf(one), day());
        facilitator().send(PATH, form).statusCode(201).body("rows_applied", equalTo(1));
        Caller.administrator("18")
                .send(PATH, form.getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("rows_applied", equalTo(1));
    }

    private static String day() {
        return "%02d/%02d/%d"
                .formatted(today().getDayOfMonth(), today().getMonthValue(), today().getYear());
    }

    private static String row(String cells, Object... values) {
        return cells.formatted(values) + "\n";
    }
}
