package id.pkh.disbursement.report.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pkh.disbursement.report.ReportLines.Chunk;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A chunk as it is stored in its column: a list of lines, each a list of line number, instruction
 * reference, end-to-end reference, status code, reason code, amount in rupiah, amount fault, the
 * bank's reference, then the text of the reason and the booking, where there are any.
 */
final class ChunkJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int CHARS_OF_LINE = 120;

    private ChunkJson() {}

    /**
     * @param hide hides the number of an account, which is not kept in plain text
     */
    static String of(Chunk chunk, UnaryOperator<String> hide) {
        StringWriter text = new StringWriter(chunk.lines().size() * CHARS_OF_LINE);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartArray();
            for (ReportLine line : chunk.lines()) {
                write(out, line, hide);
            }
            out.writeEndArray();
        } catch (IOException never) {
            throw new UncheckedIOException("memory could not be written", never);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, ReportLine line, UnaryOperator<String> hide)
            throws IOException {
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
        if (line.reasonText() != null || line.booking() != null) {
            out.writeString(line.reasonText());
        }
        if (line.booking() != null) {
            write(out, line.booking(), hide);
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, Booking booking, UnaryOperator<String> hide)
            throws IOException {
        out.writeString(booking.account() == null ? null : hide.apply(booking.account()));
        out.writeString(booking.creditor() == null ? null : hide.apply(booking.creditor()));
        out.writeString(booking.isDebit() == null ? null : booking.isDebit().toString());
        out.writeBoolean(booking.isReturn());
        out.writeBoolean(booking.isBooked());
        out.writeString(booking.day() == null ? null : booking.day().toString());
    }

    static Chunk chunk(String content, UnaryOperator<String> show) {
        List<ReportLine> lines = new ArrayList<>();
        try (JsonParser in = JSON.createParser(content)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_ARRAY) {
                lines.add(line(in, show));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a chunk of a bank's report is not JSON", broken);
        }
        return new Chunk(lines);
    }

    private static ReportLine line(JsonParser in, UnaryOperator<String> show) throws IOException {
        int lineNo = in.nextIntValue(0);
        String instructionRef = in.nextTextValue();
        String endToEndRef = in.nextTextValue();
        String statusCode = in.nextTextValue();
        String reasonCode = in.nextTextValue();
        Long amount = in.nextToken() == JsonToken.VALUE_NULL ? null : in.getLongValue();
        String fault = in.nextTextValue();
        String bankRef = in.nextTextValue();
        String reasonText = null;
        Booking booking = null;
        if (in.nextToken() != JsonToken.END_ARRAY) {
            reasonText = in.currentToken() == JsonToken.VALUE_NULL ? null : in.getText();
            if (in.nextToken() != JsonToken.END_ARRAY) {
                booking = booking(in, show);
                in.nextToken();
            }
        }
        return new ReportLine(
                lineNo,
                instructionRef,
                endToEndRef,
                statusCode,
                reasonCode,
                reasonText,
                new ReportedAmount(amount, fault),
                bankRef,
                booking);
    }

    private static Booking booking(JsonParser in, UnaryOperator<String> show) throws IOException {
        String account = in.currentToken() == JsonToken.VALUE_NULL ? null : in.getText();
        String creditor = in.nextTextValue();
        String isDebit = in.nextTextValue();
        boolean isReturn = in.nextBooleanValue();
        boolean isBooked = in.nextBooleanValue();
        String day = in.nextTextValue();
        return new Booking(
                account == null ? null : show.apply(account),
                creditor == null ? null : show.apply(creditor),
                isDebit == null ? null : Boolean.valueOf(isDebit),
                isReturn,
                isBooked,
                day == null ? null : LocalDate.parse(day));
    }
}
