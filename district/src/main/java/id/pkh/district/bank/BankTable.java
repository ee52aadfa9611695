package id.pkh.district.bank;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file of a bank or of the post office, and the profile that reads it. */
public final class BankTable {

    /** As an officer enters it for a bank that sends such files. */
    public static final String PROFILE_OF_BANK =
            """
            {"format":"CSV","encoding":"UTF_8","separator":";","quote":"\\"","header_rows":2,
             "columns":[{"field":"END_TO_END_REF","header":"No. Referensi"},{"field":"ACCOUNT","header":"Rekening"},
                        {"field":"AMOUNT","header":"Nominal"},{"field":"STATUS","header":"Status"},
                        {"field":"DATE","header":"Tanggal"},{"field":"REASON","header":"Alasan"},
                        {"field":"BANK_REF","header":"Ref Bank"}],
             "number_form":"DOT_GROUPS","date_form":"DAY_FIRST_SLASHES",
             "words":[{"word":"BERHASIL","status":"SALUR"},{"word":"DIKEMBALIKAN","status":"RETUR"},
                      {"word":"GAGAL","status":"GAGAL_SALUR"},{"word":"DITERIMA","status":"ACSP"}],
             "reasons":[{"word":"nomor rekening salah","code":"AC01"},{"word":"rekening tutup","code":"AC04"},
                        {"word":"rekening diblokir","code":"AC06"},{"word":"nama berbeda","code":"BE01"},
                        {"word":"meninggal","code":"MD07"}],
             "totals":{"row":{"position":1,"word":"JUMLAH"},"count_position":2,"sum_position":3},"left_out":[]}
            """;

    /** As an officer enters it for the post office. */
    public static final String PROFILE_OF_POST =
            """
            {"format":"CSV","encoding":"UTF_8","separator":";","quote":"\\"","header_rows":1,
             "columns":[{"field":"INSTRUCTION_REF","header":"Referensi"},{"field":"AMOUNT","header":"Jumlah"},
                        {"field":"STATUS","header":"Hasil"},{"field":"DATE","header":"Tanggal"},
                        {"field":"REASON","header":"Sebab"}],
             "number_form":"NO_GROUPS","date_form":"DAY_FIRST_SLASHES",
             "words":[{"word":"DIBAYAR","status":"SALUR"},{"word":"BELUM DIAMBIL","status":"PDNG"},
                      {"word":"DIKEMBALIKAN KE NEGARA","status":"GAGAL_SALUR"}],
             "reasons":[{"word":"tidak diambil","code":"NCOL"}],
             "totals":{"row":{"position":1,"word":"JUMLAH"},"count_position":2},"left_out":[]}
            """;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String INVENTED = "100000";

    private BankTable() {}

    /** A sample of a bank, with each of its words, for the trial of its profile. */
    public static byte[] sampleOfBank() {
        return sample(
                "LAPORAN PENYALURAN;;;;;;\r\nNo. Referensi;Rekening;Nominal;Status;Tanggal;Alasan;Ref Bank\r\n",
                ";001234567890123;225.000,00;",
                List.of("BERHASIL", "DIKEMBALIKAN", "GAGAL", "DITERIMA"),
                "rekening tutup;R1",
                "JUMLAH;4;900.000,00\r\n");
    }

    /** A sample of the post office. */
    public static byte[] sampleOfPost() {
        return sample(
                "Referensi;Jumlah;Hasil;Tanggal;Sebab\r\n",
                ";225000;",
                List.of("DIBAYAR", "BELUM DIAMBIL", "DIKEMBALIKAN KE NEGARA"),
                "tidak diambil",
                "JUMLAH;3\r\n");
    }

    private static byte[] sample(
            String header, String middle, List<String> words, String end, String totals) {
        return (header
                        + words.stream()
                                .map(
                                        word ->
                                                "0".repeat(31)
                                                        + "1"
                                                        + middle
                                                        + word
                                                        + ";20/04/2026;"
                                                        + end
                                                        + "\r\n")
                                .collect(Collectors.joining())
                        + totals)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * A line about one instruction.
     *
     * @param reason in the bank's words; empty for none
     */
    record Row(Instructed order, String status, String reason, String reference) {}

    /** The file of a bank. */
    record OfBank(List<Row> rows) implements Draft {

        @Override
        public String write(Style style) {
            List<String> lines = new ArrayList<>();
            long sum = 0;
            for (Row row : rows) {
                long rupiah =
                        row.order().rupiah() + (style.otherAmount() && lines.isEmpty() ? 1_000 : 0);
                sum += rupiah;
                lines.add(
                        String.join(
                                ";",
                                row.order().endToEndId(),
                                row.order().account(),
                                dots(rupiah),
                                row.status(),
                                DAY.format(style.day()),
                                row.reason(),
                                row.reference()));
            }
            if (style.invented() != null) {
                sum += Long.parseLong(INVENTED);
                lines.add(
                        String.join(
                                ";",
                                style.invented(),
                                "9990001112223",
                                INVENTED,
                                "BERHASIL",
                                DAY.format(style.day()),
                                "",
                                "X" + style.minute()));
            }
            return written(
                    "LAPORAN PENYALURAN "
                            + style.minute()
                            + ";;;;;;\r\nNo. Referensi;Rekening;Nominal;Status;Tanggal;Alasan;Ref Bank\r\n",
                    lines,
                    ";" + dots(sum),
                    style);
        }

        private static String dots(long rupiah) {
            return String.format("%,d", rupiah).replace(',', '.') + ",00";
        }

        @Override
        public String extension() {
            return "csv";
        }

        @Override
        public boolean takesOtherLines() {
            return true;
        }
    }

    /** The file of the post office. */
    record OfPost(List<Row> rows) implements Draft {

        @Override
        public String write(Style style) {
            List<String> lines = new ArrayList<>();
            for (Row row : rows) {
                long rupiah =
                        row.order().rupiah() + (style.otherAmount() && lines.isEmpty() ? 1_000 : 0);
                lines.add(
                        String.join(
                                ";",
                                row.order().instructionId(),
                                Long.toString(rupiah),
                                row.status(),
                                DAY.format(style.day()),
                                row.reason()));
            }
            if (style.invented() != null) {
                lines.add(
                        String.join(
                                ";",
                                style.invented(),
                                INVENTED,
                                "DIBAYAR",
                                DAY.format(style.day()),
                                ""));
            }
            return written("Referensi;Jumlah;Hasil;Tanggal;Sebab\r\n", lines, "", style);
        }

        @Override
        public String extension() {
            return "csv";
        }

        @Override
        public boolean takesOtherLines() {
            return true;
        }
    }

    private static String written(
            String header, List<String> lines, String sum, Draft.Style style) {
        if (style.reversed()) {
            Collections.reverse(lines);
        }
        return header
                + lines.stream().map(line -> line + "\r\n").collect(Collectors.joining())
                + "JUMLAH;"
                + (lines.size() + (style.lies() ? 1 : 0))
                + sum
                + "\r\n";
    }
}
