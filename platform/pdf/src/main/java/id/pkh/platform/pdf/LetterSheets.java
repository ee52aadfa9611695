package id.pkh.platform.pdf;

import static id.pkh.platform.pdf.SheetPen.GAP;
import static id.pkh.platform.pdf.SheetPen.HEADING;
import static id.pkh.platform.pdf.SheetPen.LEFT;
import static id.pkh.platform.pdf.SheetPen.PARAGRAPH;
import static id.pkh.platform.pdf.SheetPen.SUBHEADING;
import static id.pkh.platform.pdf.SheetPen.leading;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Draws one letter on A4; a long one continues on the next sheet. */
public final class LetterSheets implements Closeable {

    // lengths are in tenths of a point
    private static final int TEXT = 105;
    private static final int LETTERHEAD = 130;
    private static final int TITLE = 125;
    private static final int FIELD = 1_180;
    private static final int LABEL_WIDTH = 860;
    private static final int SIGNATURE_LINE = 260;

    private final SheetPen pen;
    private final Letter letter;

    public LetterSheets(DocumentFont font, Letter letter) throws IOException {
        this.pen = SheetPen.upright(font, letter.reference());
        this.letter = letter;
    }

    public List<Sheet> draw() throws IOException {
        for (String line : letter.letterhead()) {
            pen.piece(PARAGRAPH, List.of(line), LETTERHEAD, LEFT, true);
        }
        pen.down(GAP / 2);
        pen.rule(LEFT, pen.width());
        pen.down(GAP * 2);
        for (Letter.Field field : letter.fields()) {
            field(field);
        }
        pen.down(GAP);
        pen.paragraph(HEADING, letter.title(), TITLE, true);
        for (String paragraph : letter.paragraphs()) {
            for (String line : paragraph.split("\n")) {
                pen.paragraph(PARAGRAPH, line, TEXT, false);
            }
            pen.down(GAP);
        }
        receipt(letter.receipt());
        return pen.finish();
    }

    private void field(Letter.Field field) throws IOException {
        List<String> lines = pen.lines(field.value(), TEXT, pen.width() - FIELD);
        pen.need(leading(TEXT) * lines.size());
        int top = pen.y();
        pen.piece(PARAGRAPH, List.of(field.label()), TEXT, LEFT, false);
        pen.moveTo(top);
        pen.piece(PARAGRAPH, lines, TEXT, LEFT + FIELD, false);
    }

    /** Both signatures stay on one sheet. */
    private void receipt(Letter.Receipt receipt) throws IOException {
        List<String> text = pen.lines(receipt.text(), TEXT, pen.width());
        int height =
                GAP * 6
                        + leading(TEXT) * (text.size() + 2)
                        + SIGNATURE_LINE * receipt.lines().size();
        pen.need(height);
        pen.down(GAP);
        pen.rule(LEFT, pen.width());
        pen.down(GAP * 2);
        pen.paragraph(SUBHEADING, receipt.title(), TEXT, true);
        pen.piece(PARAGRAPH, text, TEXT, LEFT, false);
        pen.down(GAP);
        int top = pen.y();
        signer(receipt.family(), receipt.lines(), LEFT);
        pen.moveTo(top);
        signer(receipt.deliverer(), receipt.lines(), LEFT + pen.width() / 2);
    }

    private void signer(String who, List<String> lines, int x) throws IOException {
        pen.piece(PARAGRAPH, List.of(who), TEXT, x, true);
        for (String label : lines) {
            pen.down(SIGNATURE_LINE - leading(TEXT));
            pen.piece(PARAGRAPH, List.of(label), TEXT, x, false);
            pen.rule(x + LABEL_WIDTH, pen.width() / 2 - LABEL_WIDTH - GAP * 2);
        }
    }

    @Override
    public void close() throws IOException {
        pen.close();
    }
}
