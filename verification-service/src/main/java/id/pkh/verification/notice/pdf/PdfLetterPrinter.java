package id.pkh.verification.notice.pdf;

import id.pkh.verification.notice.LetterPrinter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;

@ApplicationScoped
class PdfLetterPrinter implements LetterPrinter {

    @Override
    public LetterFile begin(OutputStream out) throws IOException {
        return new PdfLetterFile(out);
    }
}
