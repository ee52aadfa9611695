package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Determines the kind of a file from its first bytes. A kind that cannot be read is refused by its
 * name.
 */
enum FileKind {
    ZIP,
    TEXT;

    private static final int HEAD_BYTES = 8192;
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final String UTF_8_BOM = "\u00EF\u00BB\u00BF";
    private static final String[] IMAGES = {
        "\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "BM", "II*\0", "MM\0*", "RIFF"
    };

    static FileKind of(Path path) throws IOException {
        String head = head(path);
        if (head.isEmpty()) {
            throw Refused.because(FileRefusals.FILE_EMPTY);
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return ZIP;
        }
        if (head.startsWith(OLE)) {
            throw Refused.because(
                    isEncryptedOffice(path)
                            ? FileRefusals.FILE_PASSWORD_PROTECTED
                            : FileRefusals.FILE_LEGACY_EXCEL);
        }
        if (head.startsWith("%PDF")) {
            throw Refused.because(FileRefusals.FILE_IS_PDF);
        }
        for (String image : IMAGES) {
            if (head.startsWith(image) && hasControlCharacter(head)) {
                throw Refused.because(FileRefusals.FILE_IS_IMAGE);
            }
        }
        String text = head.startsWith(UTF_8_BOM) ? head.substring(UTF_8_BOM.length()) : head;
        if (text.stripLeading().startsWith("<")) {
            throw unknown("HTML");
        }
        return TEXT;
    }

    static Refused unknown(String found) {
        return Refused.because(FileRefusals.FILE_KIND_UNKNOWN).with("found", found);
    }

    private static String head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean hasControlCharacter(String head) {
        return head.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n');
    }

    /** Office encrypts a workbook by wrapping it in an OLE container with a stream of this name. */
    private static boolean isEncryptedOffice(Path path) throws IOException {
        String name =
                new String(
                        "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
                        StandardCharsets.ISO_8859_1);
        try (InputStream in = Files.newInputStream(path)) {
            String carry = "";
            for (byte[] part = in.readNBytes(1 << 20);
                    part.length > 0;
                    part = in.readNBytes(1 << 20)) {
                String text = carry + new String(part, StandardCharsets.ISO_8859_1);
                if (text.contains(name)) {
                    return true;
                }
                carry = text.substring(Math.max(0, text.length() - name.length()));
            }
        }
        return false;
    }
}
