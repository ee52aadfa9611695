package id.pkh.meeting.checkin;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What is printed on cards. */
final class CardText {

    private CardText() {}

    static String of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The code above the number of the family. */
    static String codeOf(String text, String kpmId) {
        Matcher card = Pattern.compile("((?:[0-9A-Z]{4} ?){4})\\s+Keluarga " + kpmId).matcher(text);
        if (!card.find()) {
            throw new AssertionError("no card of " + kpmId + " in " + text);
        }
        return card.group(1).replace(" ", "");
    }
}
