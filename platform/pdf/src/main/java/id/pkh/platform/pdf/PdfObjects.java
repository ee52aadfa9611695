package id.pkh.platform.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.cos.ICOSVisitor;
import org.apache.pdfbox.pdfwriter.COSWriter;

/**
 * The objects of a PDF file, written as they come. The library itself keeps a document in memory
 * until all of it is saved, so a file of ten thousand letters would need memory for each of them.
 * What remains here of an object is its place in the file.
 */
final class PdfObjects {

    private static final String HEADER = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
    private static final int FIRST_OBJECTS = 1_024;

    private record Waiting(COSObject reference, COSBase object) {}

    private final CountedStream out;
    private final ICOSVisitor syntax = new Syntax();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long[] places = new long[FIRST_OBJECTS];
    private int last;

    PdfObjects(OutputStream out) throws IOException {
        this.out = new CountedStream(out);
        text(HEADER);
    }

    /** The reference to an object that is written later. */
    COSObject reserve() {
        last++;
        if (last == places.length) {
            places = Arrays.copyOf(places, last * 2);
        }
        return reference(last);
    }

    static COSObject reference(int number) {
        return new COSObject(COSNull.NULL, new COSObjectKey(number, 0));
    }

    static int numberOf(COSObject reference) {
        return (int) reference.getKey().getNumber();
    }

    COSObject add(COSBase object) throws IOException {
        COSObject reference = reserve();
        write(reference, object);
        return reference;
    }

    void write(COSObject reference, COSBase object) throws IOException {
        writeOne(reference, object);
        while (!waiting.isEmpty()) {
            Waiting next = waiting.poll();
            writeOne(next.reference(), next.object());
        }
    }

    private void writeOne(COSObject reference, COSBase object) throws IOException {
        places[numberOf(reference)] = out.written();
        text(numberOf(reference) + " 0 obj\n");
        object.accept(syntax);
        text("\nendobj\n");
    }

    /** Writes where each object is; the file ends here. */
    void end(COSObject catalog, COSObject information) throws IOException {
        long start = out.written();
        text("xref\n0 " + (last + 1) + "\n0000000000 65535 f \n");
        for (int number = 1; number <= last; number++) {
            text("%010d 00000 n \n".formatted(places[number]));
        }
        COSDictionary trailer = new COSDictionary();
        trailer.setInt(COSName.SIZE, last + 1);
        trailer.setItem(COSName.ROOT, catalog);
        trailer.setItem(COSName.INFO, information);
        text("trailer\n");
        trailer.accept(syntax);
        text("\nstartxref\n" + start + "\n%%EOF\n");
        out.flush();
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** How objects are written (ISO 32000-1, 7.3). */
    private final class Syntax implements ICOSVisitor {

        @Override
        public void visitFromArray(COSArray array) throws IOException {
            text("[");
            for (int i = 0; i < array.size(); i++) {
                text(i == 0 ? "" : " ");
                part(array.get(i));
            }
            text("]");
        }

        @Override
        public void visitFromDictionary(COSDictionary dictionary) throws IOException {
            text("<<");
            for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                entry.getKey().writePDF(out);
                text(" ");
                part(entry.getValue());
            }
            text(">>");
        }

        /** A stream is always an object of its own, and so is what has a type. */
        private void part(COSBase value) throws IOException {
            if (value instanceof COSStream
                    || value instanceof COSDictionary typed && typed.containsKey(COSName.TYPE)) {
                COSObject reference = reserve();
                waiting.add(new Waiting(reference, value));
                visitFromObject(reference);
            } else if (value instanceof COSObject reference) {
                visitFromObject(reference);
            } else {
                value.accept(this);
            }
        }

        @Override
        public void visitFromObject(COSObject reference) throws IOException {
            text(numberOf(reference) + " 0 R");
        }

        @Override
        public void visitFromStream(COSStream stream) throws IOException {
            visitFromDictionary(stream);
            text("\nstream\n");
            try (InputStream content = stream.createRawInputStream()) {
                content.transferTo(out);
            }
            text("\nendstream");
        }

        @Override
        public void visitFromBoolean(COSBoolean flag) throws IOException {
            flag.writePDF(out);
        }

        @Override
        public void visitFromFloat(COSFloat number) throws IOException {
            number.writePDF(out);
        }

        @Override
        public void visitFromInt(COSInteger number) throws IOException {
            number.writePDF(out);
        }

        @Override
        public void visitFromName(COSName name) throws IOException {
            name.writePDF(out);
        }

        @Override
        public void visitFromNull(COSNull nothing) throws IOException {
            text("null");
        }

        @Override
        public void visitFromString(COSString string) throws IOException {
            COSWriter.writeString(string, out);
        }

        @Override
        public void visitFromDocument(COSDocument document) {
            throw new UnsupportedOperationException("a document is no object");
        }
    }
}
