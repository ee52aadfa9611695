package id.pkh.disbursement.support;

import id.pkh.disbursement.profile.domain.DateForm;
import id.pkh.disbursement.profile.domain.ListedStatus;
import id.pkh.disbursement.profile.domain.NumberForm;
import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileContent.Column;
import id.pkh.disbursement.profile.domain.ProfileContent.MarkedRow;
import id.pkh.disbursement.profile.domain.ProfileContent.ReasonWord;
import id.pkh.disbursement.profile.domain.ProfileContent.StatusWord;
import id.pkh.disbursement.profile.domain.ProfileContent.TotalsRow;
import id.pkh.disbursement.profile.domain.ProfileEncoding;
import id.pkh.disbursement.profile.domain.ProfileField;
import id.pkh.disbursement.profile.domain.ProfileFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A profile as a bank's files may need it, and files for it. */
public final class SampleProfile {

    public static final String PAGE = "bank-profiles.md";
    public static final String ACCOUNT = "001234567890123";

    private static final List<Column> COLUMNS =
            List.of(
                    new Column(ProfileField.END_TO_END_REF, "No. Referensi", null),
                    new Column(ProfileField.ACCOUNT, "Rekening", null),
                    new Column(ProfileField.NAME, "Nama", 3),
                    new Column(ProfileField.AMOUNT, "Nominal", null),
                    new Column(ProfileField.STATUS, "Status", null),
                    new Column(ProfileField.DATE, "Tanggal", null),
                    new Column(ProfileField.REASON, "Alasan", null),
                    new Column(ProfileField.BANK_REF, "Ref Bank", 8));

    private static final List<StatusWord> WORDS =
            List.of(
                    new StatusWord("BERHASIL", ListedStatus.SALUR),
                    new StatusWord("DI KEMBALIKAN", ListedStatus.RETUR),
                    new StatusWord("GAGAL", ListedStatus.GAGAL_SALUR),
                    new StatusWord("DITERIMA", ListedStatus.ACSP));

    /** Two header rows of which the upper one is merged, and no name above the last column. */
    private static final List<List<String>> HEADER =
            List.of(
                    List.of("LAPORAN PENYALURAN", "", "", "", "Hasil"),
                    List.of(
                            "No. Referensi",
                            "Rekening",
                            "Nama",
                            "Nominal",
                            "Status",
                            "Tanggal",
                            "Alasan"));

    private SampleProfile() {}

    public static ProfileContent csv() {
        return of(ProfileFormat.CSV, ProfileEncoding.UTF_8, ";", "\"", NumberForm.DOT_GROUPS);
    }

    public static ProfileContent xlsx() {
        return of(ProfileFormat.XLSX, null, null, null, NumberForm.DOT_GROUPS);
    }

    private static ProfileContent of(
            ProfileFormat format,
            ProfileEncoding encoding,
            String separator,
            String quote,
            NumberForm numbers) {
        return new ProfileContent(
                format,
                encoding,
                separator,
                quote,
                HEADER.size(),
                COLUMNS,
                numbers,
                DateForm.DAY_FIRST_SLASHES,
                WORDS,
                List.of(new ReasonWord("rekening tutup", "AC04")),
                new TotalsRow(new MarkedRow(1, "JUMLAH"), 3, 4),
                List.of(new MarkedRow(1, "Dicetak")));
    }

    /** A line with the columns of the profile. */
    public static List<String> line(
            String payment, String amount, String status, String reason, String bankRef) {
        return List.of(
                payment.replace("-", ""),
                ACCOUNT,
                "SITI CONTOH",
                amount,
                status,
                "20/04/2026",
                reason,
                bankRef);
    }

    public static List<String> totals(int count, String sum) {
        return List.of("JUMLAH", "", Integer.toString(count), sum);
    }

    /** All rows of a file: the header, lines, and what is below them. */
    @SafeVarargs
    public static List<List<String>> rows(List<String>... below) {
        List<List<String>> rows = new ArrayList<>(HEADER);
        rows.addAll(Arrays.asList(below));
        rows.add(List.of("Dicetak 21/04/2026"));
        return rows;
    }

    public static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(";", row)).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As an officer enters it. */
    public static String json(ProfileContent content) {
        boolean isText = content.format() == ProfileFormat.CSV;
        return """
               {"format":"%s",%s"header_rows":2,
                "columns":[{"field":"END_TO_END_REF","header":"No. Referensi"},{"field":"ACCOUNT","header":"Rekening"},
                           {"field":"NAME","header":"Nama","position":3},{"field":"AMOUNT","header":"Nominal"},
                           {"field":"STATUS","header":"Status"},{"field":"DATE","header":"Tanggal"},
                           {"field":"REASON","header":"Alasan"},{"field":"BANK_REF","header":"Ref Bank","position":8}],
                "number_form":"DOT_GROUPS","date_form":"DAY_FIRST_SLASHES",
                "words":[{"word":"BERHASIL","status":"SALUR"},{"word":"DI KEMBALIKAN","status":"RETUR"},
                         {"word":"GAGAL","status":"GAGAL_SALUR"},{"word":"DITERIMA","status":"ACSP"}],
                "reasons":[{"word":"rekening tutup","code":"AC04"}],
                "totals":{"row":{"position":1,"word":"JUMLAH"},"count_position":3,"sum_position":4},
                "left_out":[{"position":1,"word":"Dicetak"}]}
               """
                .formatted(
                        content.format(),
                        isText
                                ? "\"encoding\":\"UTF_8\",\"separator\":\";\",\"quote\":\"\\\"\","
                                : "");
    }
}
