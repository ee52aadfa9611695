package id.pkh.platform.pdf;

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
 * Draws text on sheets of A4, from top to bottom, and continues on the next sheet. Each piece of
 * text is marked with its role, and lines as decoration, so that a screen reader reads the document
 * in its order. Lengths are in tenths of a point.
 */
public final class SheetPen implements Closeable {

    public static final COSName HEADING = COSName.getPDFName("H1");
    public static final COSName SUBHEADING = COSName.getPDFName("H2");
    public static final COSName PARAGRAPH = COSName.getPDFName("P");

    /** The left edge of the text. */
    public static final int LEFT = 620;

    public static final int GAP = 80;

    private static final COSName DECORATION = COSName.getPDFName("Artifact");
    private static final int TENTHS = 10;
    private static final int TOP_MARGIN = 520;
    private static final int BOTTOM = 520;
    private static final int SMALL = 80;
    private static final int HAIRLINE = 6;
    private static final int LEADING_PERCENT = 138;
    private static final int BOLD_PERCENT = 3;

    private final PDDocument document = new PDDocument();
    private final DocumentFont font;
    private final String foot;
    private final PDRectangle format;
    private final List<Sheet> sheets = new ArrayList<>();
    private PDPage page;
    private PDPageContentStream pen;
    private List<COSName> roles;
    private int y;

    private SheetPen(DocumentFont font, String foot, PDRectangle format) throws IOException {
        this.font = font;
        this.foot = foot;
        this.format = format;
        begin();
    }

    /**
     * Begins with an empty sheet.
     *
     * @param foot what stands at the foot of every sheet, beside its number
     */
    public static SheetPen upright(DocumentFont font, String foot) throws IOException {
        return new SheetPen(font, foot, PDRectangle.A4);
    }

    /** The same with sheets that lie on their long side, for tables. */
    public static SheetPen lying(DocumentFont font, String foot) throws IOException {
        return new SheetPen(
                font, foot, new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
    }

    /** The width of the text. */
    public int width() {
        return Math.round(format.getWidth() * TENTHS) - 2 * LEFT;
    }

    /** The height from one line to the next. */
    public static int leading(int size) {
        return size * LEADING_PERCENT / 100;
    }

    public int y() {
        return y;
    }

    /** Moves to a height of this sheet again, for text beside other text. */
    public void moveTo(int height) {
        y = height;
    }

    public void down(int height) {
        y -= height;
    }

    /** Begins another sheet unless this one has the height left; returns whether it did. */
    public boolean need(int height) throws IOException {
        if (y - height >= BOTTOM) {
            return false;
        }
        end();
        begin();
        return true;
    }

    public List<String> lines(String text, int size, int width) throws IOException {
        return font.lines(text, points(size), points(width));
    }

    /** A text over the whole width, which may continue on the next sheet. */
    public void paragraph(COSName role, String text, int size, boolean isBold) throws IOException {
        List<String> lines = lines(text, size, width());
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

    /** Lines below each other on this sheet. */
    public void piece(COSName role, List<String> lines, int size, int x, boolean isBold)
            throws IOException {
        pen.beginMarkedContent(role, roles.size());
        roles.add(role);
        for (String line : lines) {
            y -= leading(size);
            show(line, size, x, y + leading(size) - size, isBold);
        }
        pen.endMarkedContent();
    }

    /** One line that ends at the right edge, for numbers. */
    public void pieceEndingAt(COSName role, String line, int size, int right, boolean isBold)
            throws IOException {
        piece(role, List.of(line), size, right - widthOf(line, size), isBold);
    }

    /** A horizontal line at the present height. */
    public void rule(int x, int width) throws IOException {
        pen.beginMarkedContent(DECORATION);
        pen.setLineWidth(points(HAIRLINE));
        pen.moveTo(points(x), points(y));
        pen.lineTo(points(x + width), points(y));
        pen.stroke();
        pen.endMarkedContent();
    }

    /**
     * A square pattern below the present height, such as a QR code; what it says stands beside it.
     *
     * @param dark row by row
     */
    public void squares(boolean[][] dark, int x, int side) throws IOException {
        float size = points(side) / dark.length;
        pen.beginMarkedContent(DECORATION);
        for (int row = 0; row < dark.length; row++) {
            for (int column = 0; column < dark[row].length; column++) {
                if (dark[row][column]) {
                    pen.addRect(
                            points(x) + column * size, points(y) - (row + 1) * size, size, size);
                }
            }
        }
        pen.fill();
        pen.endMarkedContent();
    }

    /** Ends the document. */
    public List<Sheet> finish() throws IOException {
        end();
        return sheets;
    }

    private void begin() throws IOException {
        page = new PDPage(format);
        pen = new PDPageContentStream(document, page);
        roles = new ArrayList<>();
        y = Math.round(format.getHeight() * TENTHS) - TOP_MARGIN;
        foot();
    }

    private void end() throws IOException {
        pen.close();
        sheets.add(
                new Sheet(
                        format,
                        (COSStream) page.getCOSObject().getDictionaryObject(COSName.CONTENTS),
                        roles));
    }

    private void foot() throws IOException {
        pen.beginMarkedContent(DECORATION);
        show(foot, SMALL, LEFT, BOTTOM - SMALL * 2, false);
        String number = String.valueOf(sheets.size() + 1);
        show(number, SMALL, LEFT + width() - widthOf(number, SMALL), BOTTOM - SMALL * 2, false);
        pen.endMarkedContent();
    }

    private int widthOf(String text, int size) throws IOException {
        return Math.round(font.width(font.printable(text), points(size)) * TENTHS);
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

    private static float points(int tenths) {
        return (float) tenths / TENTHS;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
