package id.pkh.platform.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of all documents, Liberation Sans. It comes with the library, and its licence (SIL Open
 * Font License 1.1) permits embedding. A file contains the glyphs that it needs.
 */
public final class DocumentFont implements Closeable {

    private static final String RESOURCE =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int UNITS = 1_000;
    private static final int UNKNOWN = -1;

    /**
     * Widths of more characters than these are not kept; Indonesian needs fewer than two hundred.
     */
    private static final int KEPT_WIDTHS = 0x250;

    private final PDDocument document = new PDDocument();
    private final TrueTypeFont shapes;
    private final CmapLookup glyphs;
    private final PDType0Font font;
    private final float[] widths = new float[KEPT_WIDTHS];

    /** Loads the font. */
    public DocumentFont() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
            shapes = new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
        // ligatures cost most of the time, and Indonesian needs none
        shapes.setEnableGsub(false);
        glyphs = shapes.getUnicodeCmapLookup();
        font = PDType0Font.load(document, shapes, true);
        Arrays.fill(widths, UNKNOWN);
    }

    PDType0Font font() {
        return font;
    }

    /** The text with a question mark for each character that the font does not have. */
    String printable(String text) {
        return text.codePoints()
                .map(c -> glyphs.getGlyphId(c) == 0 ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    float width(String text, float size) throws IOException {
        float width = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            width += widthOf(text.codePointAt(at));
        }
        return width / UNITS * size;
    }

    private float widthOf(int character) throws IOException {
        if (character >= KEPT_WIDTHS) {
            return font.getStringWidth(Character.toString(character));
        }
        if (widths[character] == UNKNOWN) {
            widths[character] = font.getStringWidth(Character.toString(character));
        }
        return widths[character];
    }

    /** Breaks a text between words; a word that is longer than a line is broken where it must. */
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" ")) {
            String rest = word;
            if (!line.isEmpty() && width(line + " " + rest, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest, size) > width) {
                int fits = charactersWithin(rest, size, width);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private int charactersWithin(String word, float size, float width) throws IOException {
        int fits = 0;
        int next = Character.charCount(word.codePointAt(0));
        while (next <= word.length() && width(word.substring(0, next), size) <= width) {
            fits = next;
            next += next < word.length() ? Character.charCount(word.codePointAt(next)) : 1;
        }
        return Math.max(fits, 1);
    }

    /** The font with the glyphs of all texts so far; nothing can be printed with it afterwards. */
    COSDictionary embedded() throws IOException {
        font.subset();
        return font.getCOSObject();
    }

    @Override
    public void close() throws IOException {
        document.close();
        shapes.close();
    }
}
