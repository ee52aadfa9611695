package id.pkh.verification.notice.pdf;

import id.pkh.platform.pdf.Letter;
import id.pkh.platform.pdf.LetterSheets;
import id.pkh.platform.pdf.TaggedFile;
import id.pkh.verification.notice.LetterPrinter.LetterFile;
import java.io.IOException;
import java.io.OutputStream;

/** One file with all letters; every letter begins on a sheet of its own. */
final class PdfLetterFile implements LetterFile {

    private static final String TITLE = "Surat pemberitahuan Program Keluarga Harapan";

    private final TaggedFile file;

    PdfLetterFile(OutputStream out) throws IOException {
        file = new TaggedFile(out, TITLE);
    }

    @Override
    public void add(Letter letter) throws IOException {
        try (LetterSheets sheets = new LetterSheets(file.font(), letter)) {
            file.add(sheets.draw());
        }
    }

    @Override
    public void finish() throws IOException {
        file.finish();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
