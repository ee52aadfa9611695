package id.pkh.verification.notice.pdf;

import id.pkh.verification.notice.Letter;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Draws one letter on A4, from top to bottom. Every letter begins on a sheet of its own; a long one
 * continues on the next. Each piece of text is marked with its role, and lines as decoration, so
 * that a screen reader reads the letter in its order.
 */
final class LetterSheets implements Closeable {

    static final COSName HEADING = COSName.getPDFName("H1");
    static final COSName SUBHEADING = COSName.getPDFName("H2");
    static final COSName PARAGRAPH = COSName.getPDFName("P");

    private static final COSName DECORATION = COSName.getPDFName("Artifact");
    // lengths are in tenths of a point
    private static final int TENTHS = 10;
    private static final int A4_WIDTH = 5_953;
    private static final int A4_HEIGHT = 8_419;
    private static final int LEFT = 620;
    private static final int WIDTH = A4_WIDTH - 2 * LEFT;
    private static final int TOP = A4_HEIGHT - 520;
    private static final int BOTTOM = 520;
    private static final int TEXT = 105;
    private static final int SMALL = 80;
    private static final int LETTERHEAD = 130;
    private static final int TITLE = 125;
    private static final int FIELD = 1_180;
    private static final int LABEL_WIDTH = 860;
    private static final int GAP = 80;
    private static final int COLUMN = WIDTH / 2;
    private static final int SIGNATURE_LINE = 260;
    private static final int HAIRLINE = 6;
    private static final int LEADING_PERCENT = 138;
    private static final int BOLD_PERCENT = 3;

    /** A drawn sheet with the roles of its pieces, in the order of their numbers. */
    record Sheet(COSStream content, List<COSName> roles) {}

    private final PDDocument document = new PDDocument();
    private final LetterFont font;
    private final Letter letter;
    private final List<Sheet> sheets = new ArrayList<>();
    private PDPage page;
    private PDPageContentStream pen;
    private List<COSName> roles;
    private int y;

    LetterSheets(LetterFont font, Letter letter) {
        this.font = font;
        this.letter = letter;
    }

    List<Sheet> draw() throws IOException {
        begin();
        for (String line : letter.letterhead()) {
            piece(PARAGRAPH, List.of(line), LETTERHEAD, LEFT, true);
        }
        y -= GAP / 2;
        line(LEFT, WIDTH);
        y -= GAP * 2;
        for (Letter.Field field : letter.fields()) {
            field(field);
        }
        y -= GAP;
        paragraph(HEADING, letter.title(), TITLE, true);
        for (String paragraph : letter.paragraphs()) {
            for (String line : paragraph.split("\n")) {
                paragraph(PARAGRAPH, line, TEXT, false);
            }
            y -= GAP;
        }
        receipt(letter.receipt());
        end();
        return sheets;
    }

    private void begin() throws IOException {
        page = new PDPage(PDRectangle.A4);
        pen = new PDPageContentStream(document, page);
        roles = new ArrayList<>();
        y = TOP;
        foot();
    }

    private void end() throws IOException {
        pen.close();
        sheets.add(
                new Sheet(
                        (COSStream) page.getCOSObject().getDictionaryObject(COSName.CONTENTS),
                        roles));
    }

    private void foot() throws IOException {
        pen.beginMarkedContent(DECORATION);
        show(letter.reference(), SMALL, LEFT, BOTTOM - SMALL * 2, false);
        String number = String.valueOf(sheets.size() + 1);
        int width = Math.round(font.width(number, points(SMALL)) * TENTHS);
        show(number, SMALL, LEFT + WIDTH - width, BOTTOM - SMALL * 2, false);
        pen.endMarkedContent();
    }

    private void need(int height) throws IOException {
        if (y - height < BOTTOM) {
            end();
            begin();
        }
    }

    private void field(Letter.Field field) throws IOException {
        List<String> lines = font.lines(field.value(), points(TEXT), points(WIDTH - FIELD));
        need(leading(TEXT) * lines.size());
        int top = y;
        piece(PARAGRAPH, List.of(field.label()), TEXT, LEFT, false);
        y = top;
        piece(PARAGRAPH, lines, TEXT, LEFT + FIELD, false);
    }

    private void paragraph(COSName role, String text, int size, boolean isBold) throws IOException {
        List<String> lines = font.lines(text, points(size), points(WIDTH));
        int next = 0;
        while (next < lines.size()) {
            need(leading(size));
            int fit = Math.max(1, (y - BOTTOM) / leading(size));
            int until = Math.min(lines.size(), next + fit);
            piece(role, lines.subList(next, until), size, LEFT, isBold);
            next = until;
        }
        if (role != PARAGRAPH) {
            y -= GAP;
        }
    }

    /** Both signatures stay on one sheet. */
    private void receipt(Letter.Receipt receipt) throws IOException {
        List<String> text = font.lines(receipt.text(), points(TEXT), points(WIDTH));
        int height =
                GAP * 6
                        + leading(TEXT) * (text.size() + 2)
                        + SIGNATURE_LINE * receipt.lines().size();
        need(height);
        y -= GAP;
        line(LEFT, WIDTH);
        y -= GAP * 2;
        paragraph(SUBHEADING, receipt.title(), TEXT, true);
        piece(PARAGRAPH, text, TEXT, LEFT, false);
        y -= GAP;
        int top = y;
        signer(receipt.family(), receipt.lines(), LEFT);
        y = top;
        signer(receipt.deliverer(), receipt.lines(), LEFT + COLUMN);
    }

    private void signer(String who, List<String> lines, int x) throws IOException {
        piece(PARAGRAPH, List.of(who), TEXT, x, true);
        for (String label : lines) {
            y -= SIGNATURE_LINE - leading(TEXT);
            piece(PARAGRAPH, List.of(label), TEXT, x, false);
            line(x + LABEL_WIDTH, COLUMN - LABEL_WIDTH - GAP * 2);
        }
    }

    private void piece(COSName role, List<String> lines, int size, int x, boolean isBold)
            throws IOException {
        pen.beginMarkedContent(role, roles.size());
        roles.add(role);
        for (String line : lines) {
            y -= leading(size);
            show(line, size, x, y + leading(size) - size, isBold);
        }
        pen.endMarkedContent();
    }

    private void show(String line, int size, int x, int base, boolean isBold) throws IOException {
        if (isBold) {
            pen.setLineWidth(points(size) * BOLD_PERCENT / 100);
            pen.setRenderingMode(RenderingMode.FILL_STROKE);
        }
        pen.beginText();
        pen.setFont(font.font(), points(size));
        pen.newLineAtOffset(points(x), points(base));
        pen.showText(font.printable(line));
        pen.endText();
        if (isBold) {
            pen.setRenderingMode(RenderingMode.FILL);
        }
    }

    private void line(int x, int width) throws IOException {
        pen.beginMarkedContent(DECORATION);
        pen.setLineWidth(points(HAIRLINE));
        pen.moveTo(points(x), points(y));
        pen.lineTo(points(x + width), points(y));
        pen.stroke();
        pen.endMarkedContent();
    }

    private static int leading(int size) {
        return size * LEADING_PERCENT / 100;
    }

    private static float points(int tenths) {
        return (float) tenths / TENTHS;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
