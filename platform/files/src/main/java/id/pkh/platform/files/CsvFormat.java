package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The format of a text file.
 *
 * @param skippedLines lines before the table that describe the format
 */
record CsvFormat(Charset charset, char separator, char quote, int skippedLines) {

    private static final char QUOTE = '"';

    private static final int SNIFFED_LINES = 200;

    static CsvFormat of(Path path, TabularLimits limits) throws IOException {
        Charset charset = TextProbe.charsetOf(path, limits);
        List<String> head = head(path, charset);
        char declared = head.isEmpty() ? 0 : Separator.declaredBy(head.get(0));
        return declared != 0
                ? new CsvFormat(charset, declared, QUOTE, 1)
                : new CsvFormat(charset, Separator.guessedFrom(head), QUOTE, 0);
    }

    /** The format that was agreed with the sender; a file of another one is refused. */
    static CsvFormat agreed(Path path, TabularLimits limits, CsvDialect dialect)
            throws IOException {
        boolean isUtf8 = TextProbe.charsetOf(path, limits).equals(StandardCharsets.UTF_8);
        if (dialect.charset().equals(StandardCharsets.UTF_8) && !isUtf8) {
            throw Refused.because(FileRefusals.FILE_ENCODING_WRONG)
                    .with("expected", dialect.charset().name());
        }
        List<String> head = head(path, dialect.charset());
        char declared = head.isEmpty() ? 0 : Separator.declaredBy(head.get(0));
        if (declared != 0 && declared != dialect.separator()) {
            throw Refused.because(FileRefusals.FILE_SEPARATOR_INVALID);
        }
        return new CsvFormat(
                dialect.charset(), dialect.separator(), dialect.quote(), declared == 0 ? 0 : 1);
    }

    /** The text from a line on, counted from 1, without a byte order mark. */
    BufferedReader textFrom(Path path, int line) throws IOException {
        BufferedReader text = open(path, charset);
        for (int i = 1; i < line; i++) {
            text.readLine();
        }
        return text;
    }

    private static List<String> head(Path path, Charset charset) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader text = open(path, charset)) {
            for (String line = text.readLine();
                    line != null && lines.size() < SNIFFED_LINES;
                    line = text.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static BufferedReader open(Path path, Charset charset) throws IOException {
        BufferedReader text = Files.newBufferedReader(path, charset);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }
}
