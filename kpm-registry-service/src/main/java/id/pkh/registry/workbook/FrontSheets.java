package id.pkh.registry.workbook;

import id.pkh.registry.workbook.SheetForm.SheetRow;
import id.pkh.registry.workbook.WorkbookFacts.Holder;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheets in front: how to use the workbook, what became of an upload, and what is still
 * missing. What is missing is counted by formulas, so it is right offline as well; they use
 * functions that every program has.
 */
final class FrontSheets {

    private static final int LETTERS = 26;
    private static final int WIDE_CHARS = 110;
    private static final int GROUP_CHARS = 40;
    private static final int COUNT_CHARS = 24;
    private static final String HEADER_COLOUR = "D9E1F2";
    private static final List<String> RESULT_COLUMNS =
            List.of(
                    "Lembar",
                    "Baris",
                    "Kolom",
                    "Hasil",
                    "Isian Anda",
                    "Di sistem",
                    "Saat buku dibuat",
                    "Keterangan");
    private static final List<String> INSTRUCTIONS =
            List.of(
                    "Isi hanya sel yang berwarna kuning. Sel lain dikunci supaya tidak terhapus.",
                    "Buku ini boleh diisi tanpa internet, di telepon atau komputer, dan diunggah sesering yang perlu.",
                    "Sel yang kosong tidak menyatakan apa-apa. Untuk mencabut isian yang sudah dicatat, hubungi administrator data.",
                    "Kehadiran dihitung jika tanggal pertemuan kelompoknya diisi di lembar Pertemuan.",
                    "Jangan ubah kolom Kode baris. Baris boleh diurutkan, disalin atau dihapus: kodenya ikut, dan baris yang dihapus tidak menyatakan apa-apa.",
                    "Untuk mengurutkan lembar yang dikunci, buka kuncinya dengan kata sandi "
                            + WorkbookFile.PASSWORD
                            + ".",
                    "Jika isian Anda dan data di sistem sama-sama berubah, keduanya ditunjukkan dan tidak ada yang ditimpa.",
                    "Setelah mengunggah, lanjutkan dengan buku yang dikembalikan: isinya sudah sesuai dengan data di sistem.",
                    "Simpan sebagai XLSX. Berkas dengan makro tidak diterima. Nomor panjang seperti NIK jangan ditulis di catatan.",
                    "Buku ini memuat nama. Jangan kirim kepada orang lain, dan hapus jika tidak diperlukan lagi.");

    private final WorkbookParts parts;
    private final WorkbookFacts facts;
    private final List<List<String>> results;

    /**
     * @param results one list of cells for each outcome; null for a first workbook
     */
    FrontSheets(WorkbookParts parts, WorkbookFacts facts, List<List<String>> results) {
        this.parts = parts;
        this.facts = facts;
        this.results = results;
    }

    void write(Workbook workbook) {
        instructions(workbook.newWorksheet("Petunjuk"));
        if (results != null) {
            results(workbook.newWorksheet("Hasil"));
        }
        missing(workbook.newWorksheet("Yang belum diisi"));
    }

    private void instructions(Worksheet sheet) {
        Holder holder = facts.holder();
        sheet.width(0, WIDE_CHARS);
        sheet.value(0, 0, "Buku kerja pendamping PKH");
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, holder.name() + " (" + holder.code() + ")");
        sheet.value(2, 0, "Bulan " + facts.month());
        sheet.value(3, 0, "Jumlah keluarga: " + facts.families().size());
        int line = 5;
        for (String instruction : INSTRUCTIONS) {
            sheet.value(line, 0, instruction);
            sheet.style(line, 0).wrapText(true).set();
            line++;
        }
        sheet.protect(WorkbookFile.PASSWORD);
    }

    private void results(Worksheet sheet) {
        for (int i = 0; i < RESULT_COLUMNS.size(); i++) {
            sheet.value(0, i, RESULT_COLUMNS.get(i));
            sheet.width(i, COUNT_CHARS);
        }
        heading(sheet, 0, RESULT_COLUMNS.size());
        for (int line = 0; line < results.size(); line++) {
            for (int i = 0; i < results.get(line).size(); i++) {
                sheet.value(line + 1, i, results.get(line).get(i));
            }
        }
    }

    /** A column of a sheet whose empty cells are counted. */
    private record Counted(String title, String groups, String cells) {}

    private void missing(Worksheet sheet) {
        List<Counted> counted = counted();
        sheet.value(0, 0, "Kelompok");
        sheet.width(0, GROUP_CHARS);
        for (int i = 0; i < counted.size(); i++) {
            sheet.value(0, i + 1, counted.get(i).title());
            sheet.width(i + 1, COUNT_CHARS);
        }
        heading(sheet, 0, counted.size() + 1);
        int line = 1;
        for (String group : facts.groupCodes()) {
            sheet.value(line, 0, facts.groupName(group));
            for (int i = 0; i < counted.size(); i++) {
                // the library writes a formula as it is, so it is escaped here
                sheet.formula(
                        line,
                        i + 1,
                        "COUNTIF(%1$s,$A%3$d)-COUNTIFS(%1$s,$A%3$d,%2$s,\"&lt;&gt;\")"
                                .formatted(
                                        counted.get(i).groups(), counted.get(i).cells(), line + 1));
            }
            line++;
        }
        line++;
        if (!facts.work().isEmpty()) {
            sheet.value(line, 0, "Menunggu Anda ketika buku ini dibuat");
            heading(sheet, line, 1);
            line++;
        }
        for (String item : facts.work()) {
            sheet.value(line++, 0, item);
        }
        sheet.protect(WorkbookFile.PASSWORD);
    }

    private List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        parts.sheets()
                .forEach(
                        form -> {
                            List<SheetColumn> columns = form.columns(facts);
                            long rows =
                                    form.rows(facts).stream().filter(SheetRow::isOffered).count();
                            for (String code : rows == 0 ? List.<String>of() : form.expected()) {
                                counted.add(
                                        new Counted(
                                                form.sheetName() + ": " + header(columns, code),
                                                cells(form, columns, "group", rows),
                                                cells(form, columns, code, rows)));
                            }
                        });
        return counted;
    }

    private static String header(List<SheetColumn> columns, String code) {
        return columns.get(position(columns, code)).header();
    }

    private static int position(List<SheetColumn> columns, String code) {
        return columns.stream().map(SheetColumn::code).toList().indexOf(code);
    }

    /** The cells of a column, below its header and behind the tokens. */
    private static String cells(SheetForm form, List<SheetColumn> columns, String code, long rows) {
        String column = letters(position(columns, code) + 1);
        return "%s!$%s$2:$%s$%d".formatted(form.sheetName(), column, column, rows + 1);
    }

    /** The name of a column; 0 is A. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }

    private static void heading(Worksheet sheet, int line, int columns) {
        sheet.range(line, 0, line, columns - 1).style().bold().fillColor(HEADER_COLOUR).set();
    }
}
