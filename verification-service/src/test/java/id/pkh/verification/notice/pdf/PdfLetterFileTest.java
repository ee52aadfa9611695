package id.pkh.verification.notice.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.pdf.Letter;
import id.pkh.platform.pdf.Letter.Field;
import id.pkh.verification.notice.LetterPrinter.LetterFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfLetterFileTest {

    @Test
    void every_letter_has_a_page_of_its_own_with_its_words() throws IOException {
        try (PDDocument file = printed(letter("Siti"), letter("Wati"))) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
            assertThat(text(file, 2))
                    .contains("Kementerian Contoh")
                    .contains("Wati")
                    .contains("Nomor")
                    .contains("S/1")
                    .contains("Peringatan PKH")
                    .contains("Pada bulan Maret 2026")
                    .contains("Tanda tangan")
                    .doesNotContain("Siti");
            assertThat(file.getPage(0).getMediaBox().getWidth())
                    .isEqualTo(PDRectangle.A4.getWidth());
        }
    }

    @Test
    void a_letter_can_be_read_aloud() throws IOException {
        try (PDDocument file = printed(letter("Siti"), letter("Wati"))) {
            assertThat(file.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("id-ID");
            assertThat(file.getDocumentInformation().getTitle()).contains("Keluarga Harapan");
            PDStructureElement document =
                    (PDStructureElement)
                            file.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
            assertThat(document.getKids()).hasSize(2);
            List<String> roles = new ArrayList<>();
            for (Object kid : ((PDStructureElement) document.getKids().get(1)).getKids()) {
                roles.add(((PDStructureElement) kid).getStructureType());
            }
            assertThat(roles).contains("H1", "H2", "P");
            assertThat(roles.indexOf("H1")).isLessThan(roles.indexOf("H2"));
            assertThat(
                            file.getDocumentCatalog()
                                    .getStructureTreeRoot()
                                    .getParentTree()
                                    .getNumbers())
                    .hasSize(2);
        }
    }

    @Test
    void the_font_is_in_the_file() throws IOException {
        try (PDDocument file = printed(letter("Siti"))) {
            PDFont font = file.getPage(0).getResources().getFont(COSName.getPDFName("F1"));
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getName()).contains("LiberationSans");
        }
    }

    @Test
    void a_long_letter_continues_on_the_next_page_and_loses_nothing() throws IOException {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            paragraphs.add("Kalimat ke-" + i + " " + "yang panjang ".repeat(12));
        }
        paragraphs.add("x".repeat(400));
        try (PDDocument file = printed(letter("Siti", paragraphs), letter("Wati"))) {
            assertThat(file.getNumberOfPages()).isGreaterThan(3);
            String all = text(file, 1, file.getNumberOfPages());
            for (int i = 1; i <= 60; i++) {
                assertThat(all).contains("Kalimat ke-" + i + " ");
            }
            assertThat(all.chars().filter(c -> c == 'x').count()).isEqualTo(400);
            assertThat(text(file, file.getNumberOfPages())).contains("Wati");
        }
    }

    @Test
    void a_character_that_the_font_does_not_have_stops_no_letter() throws IOException {
        try (PDDocument file = printed(letter("Nur’aini Ñ \u4e2d\ud83d\ude00"))) {
            assertThat(text(file, 1)).contains("Nur’aini Ñ ??");
        }
    }

    @Test
    void pages_of_many_letters_are_found() throws IOException {
        try (PDDocument file =
                printed(Collections.nCopies(250, letter("Siti")).toArray(Letter[]::new))) {
            assertThat(file.getNumberOfPages()).isEqualTo(250);
            assertThat(text(file, 250)).contains("Siti");
        }
    }

    private static PDDocument printed(Letter... letters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LetterFile file = new PdfLetterPrinter().begin(out)) {
            for (Letter letter : letters) {
                file.add(letter);
            }
            file.finish();
        }
        return Loader.loadPDF(out.toByteArray());
    }

    private static Letter letter(String name) {
        return letter(
                name, List.of("Pada bulan Maret 2026 Ibu/Bapak tercatat tidak hadir.", "Hormat"));
    }

    private static Letter letter(String name, List<String> paragraphs) {
        return new Letter(
                List.of("Kementerian Contoh", "Program Keluarga Harapan (PKH)"),
                List.of(new Field("Nomor", "S/1"), new Field("Kepada", name)),
                "S/1",
                "Peringatan PKH",
                paragraphs,
                new Letter.Receipt(
                        "Tanda terima",
                        "Surat ini telah disampaikan.",
                        "Yang menerima",
                        "Yang menyerahkan",
                        List.of("Nama", "Tanggal", "Tanda tangan")));
    }

    private static String text(PDDocument file, int page) throws IOException {
        return text(file, page, page);
    }

    private static String text(PDDocument file, int from, int until) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(until);
        return stripper.getText(file);
    }
}
