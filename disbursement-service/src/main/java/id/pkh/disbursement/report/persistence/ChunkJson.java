package id.pkh.disbursement.report.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pkh.disbursement.report.ReportLines.Chunk;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A chunk as it is stored in its column: a list of lines, each a list of line number, instruction
 * reference, end-to-end reference, status code, reason code, amount in rupiah, amount fault, the
 * bank's reference, and the text of the reason if there is one.
 */
final class ChunkJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int CHARS_OF_LINE = 120;

    private ChunkJson() {}

    static String of(Chunk chunk) {
        StringWriter text = new StringWriter(chunk.lines().size() * CHARS_OF_LINE);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartArray();
            for (ReportLine line : chunk.lines()) {
                write(out, line);
            }
            out.writeEndArray();
        } catch (IOException never) {
            throw new UncheckedIOException("memory could not be written", never);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, ReportLine line) throws IOException {
        out.writeStartArray();
        out.writeNumber(line.lineNo());
        out.writeString(line.instructionRef());
        out.writeString(line.endToEndRef());
        out.writeString(line.statusCode());
        out.writeString(line.reasonCode());
        if (line.amount().idr() == null) {
            out.writeNull();
        } else {
            out.writeNumber(line.amount().idr());
        }
        out.writeString(line.amount().fault());
        out.writeString(line.bankRef());
        if (line.reasonText() != null) {
            out.writeString(line.reasonText());
        }
        out.writeEndArray();
    }

    static Chunk chunk(String content) {
        List<ReportLine> lines = new ArrayList<>();
        try (JsonParser in = JSON.createParser(content)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_ARRAY) {
                lines.add(line(in));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a chunk of a bank's report is not JSON", broken);
        }
        return new Chunk(lines);
    }

    private static ReportLine line(JsonParser in) throws IOException {
        int lineNo = in.nextIntValue(0);
        String instructionRef = in.nextTextValue();
        String endToEndRef = in.nextTextValue();
        String statusCode = in.nextTextValue();
        String reasonCode = in.nextTextValue();
        Long amount = in.nextToken() == JsonToken.VALUE_NULL ? null : in.getLongValue();
        String fault = in.nextTextValue();
        String bankRef = in.nextTextValue();
        String reasonText = null;
        if (in.nextToken() != JsonToken.END_ARRAY) {
            reasonText = in.getText();
            in.nextToken();
        }
        return new ReportLine(
                lineNo,
                instructionRef,
                endToEndRef,
                statusCode,
                reasonCode,
                reasonText,
                new ReportedAmount(amount, fault),
                bankRef);
    }
}
