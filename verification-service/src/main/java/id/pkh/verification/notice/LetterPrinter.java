package id.pkh.verification.notice;

import id.pkh.platform.pdf.Letter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Turns letters into one file that can be printed. */
public interface LetterPrinter {

    LetterFile begin(OutputStream out) throws IOException;

    /** A file under way. A file that is closed without {@link #finish()} cannot be opened. */
    interface LetterFile extends Closeable {

        void add(Letter letter) throws IOException;

        void finish() throws IOException;
    }
}
