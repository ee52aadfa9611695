package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a text file once from start to end before it is parsed, and checks that it is text, which
 * encoding it has, and that no line is far too long. The encoding is UTF-8 if all bytes are valid
 * UTF-8; otherwise it is windows-1252, which older versions of Excel write.
 */
final class TextProbe {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final TabularLimits limits;
    private int pendingUtf8;
    private int lowest = 0x80;
    private int highest = 0xBF;
    private boolean validUtf8 = true;
    private boolean undefined1252;
    private boolean blank = true;
    private long line = 1;
    private int lineBytes;
    private boolean afterCarriageReturn;

    private TextProbe(TabularLimits limits) {
        this.limits = limits;
    }

    static Charset charsetOf(Path path, TabularLimits limits) throws IOException {
        TextProbe probe = new TextProbe(limits);
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    probe.accept(buffer[i] & 0xFF);
                }
            }
        }
        return probe.charset();
    }

    private Charset charset() {
        if (blank) {
            throw Refused.because(FileRefusals.FILE_EMPTY);
        }
        if (validUtf8 && pendingUtf8 == 0) {
            return StandardCharsets.UTF_8;
        }
        if (undefined1252) {
            throw FileKind.unknown("binary");
        }
        return WINDOWS_1252;
    }

    private void accept(int b) {
        if (b < ' ' && b != '\t' && b != '\r' && b != '\n' && b != '\f' && b != 0x1A) {
            throw FileKind.unknown("binary");
        }
        countLine(b);
        blank &= b <= ' ' || b == 0xEF || b == 0xBB || b == 0xBF;
        undefined1252 |= b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
        if (validUtf8) {
            validUtf8 = nextUtf8(b);
        }
    }

    private void countLine(int b) {
        boolean lineFeedOfPair = b == '\n' && afterCarriageReturn;
        afterCarriageReturn = b == '\r';
        if (b == '\r' || (b == '\n' && !lineFeedOfPair)) {
            line++;
            lineBytes = 0;
        } else if (!lineFeedOfPair && ++lineBytes > limits.maxLineBytes()) {
            throw Refused.because(FileRefusals.LINE_TOO_LONG)
                    .with("line", line)
                    .with("max_bytes", limits.maxLineBytes());
        }
    }

    /** One step of the well-formedness table of the Unicode standard (table 3-7). */
    private boolean nextUtf8(int b) {
        if (pendingUtf8 > 0) {
            boolean continues = b >= lowest && b <= highest;
            pendingUtf8--;
            lowest = 0x80;
            highest = 0xBF;
            return continues;
        }
        if (b < 0x80) {
            return true;
        }
        if (b >= 0xC2 && b <= 0xDF) {
            pendingUtf8 = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            pendingUtf8 = 2;
            lowest = b == 0xE0 ? 0xA0 : 0x80;
            highest = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            pendingUtf8 = 3;
            lowest = b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            return false;
        }
        return true;
    }
}
