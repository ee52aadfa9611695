package id.pkh.disbursement.report.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.NamedLine;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A chunk as it stands in its column: a list of lines, each a list of the instruction's line in the
 * batch, status code, reason code and the bank's reference; and, where the line is not exactly of
 * that instruction, of instruction reference, end-to-end reference, amount in rupiah and amount
 * fault.
 */
final class ChunkJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int CHARS_OF_LINE = 40;

    private ChunkJson() {}

    static String of(Chunk chunk) {
        StringWriter text = new StringWriter(chunk.lines().size() * CHARS_OF_LINE);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartArray();
            for (NamedLine named : chunk.lines()) {
                write(out, named);
            }
            out.writeEndArray();
        } catch (IOException never) {
            throw new UncheckedIOException("memory could not be written", never);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, NamedLine named) throws IOException {
        Line line = named.line();
        out.writeStartArray();
        out.writeNumber(named.instruction());
        out.writeString(line.statusCode());
        out.writeString(line.reasonCode());
        out.writeString(line.bankRef());
        if (!named.exact()) {
            out.writeString(line.instructionRef());
            out.writeString(line.endToEndRef());
            if (line.amount().idr() == null) {
                out.writeNull();
            } else {
                out.writeNumber(line.amount().idr());
            }
            out.writeString(line.amount().fault());
        }
        out.writeEndArray();
    }

    static Chunk chunk(int firstLine, String content) {
        List<NamedLine> lines = new ArrayList<>();
        try (JsonParser in = JSON.createParser(content)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_ARRAY) {
                lines.add(line(firstLine + lines.size(), in));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a chunk of a bank's answer is not JSON", broken);
        }
        return new Chunk(lines);
    }

    private static NamedLine line(int lineNo, JsonParser in) throws IOException {
        int instruction = in.nextIntValue(0);
        String statusCode = in.nextTextValue();
        String reasonCode = in.nextTextValue();
        String bankRef = in.nextTextValue();
        boolean exact = in.nextToken() == JsonToken.END_ARRAY;
        String instructionRef = null;
        String endToEndRef = null;
        ReportedAmount amount = ReportedAmount.NOT_GIVEN;
        if (!exact) {
            instructionRef = in.currentToken() == JsonToken.VALUE_NULL ? null : in.getText();
            endToEndRef = in.nextTextValue();
            amount =
                    new ReportedAmount(
                            in.nextToken() == JsonToken.VALUE_NULL ? null : in.getLongValue(),
                            in.nextTextValue());
            in.nextToken();
        }
        return new NamedLine(
                new Line(
                        lineNo,
                        instructionRef,
                        endToEndRef,
                        statusCode,
                        reasonCode,
                        amount,
                        bankRef),
                instruction,
                exact);
    }
}
