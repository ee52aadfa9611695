package id.pkh.disbursement.money.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.money.domain.InstructionPage.Move;
import id.pkh.disbursement.money.domain.MoneyState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves as they stand in their column: a list of lists of the place in the page, the letters before
 * and after, the line of the report, the bank's reference and the reason code, without what is
 * missing at the end.
 */
final class MovesJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int CHARS_OF_MOVE = 40;

    private MovesJson() {}

    static String of(int pageNo, List<Move> moves) {
        StringWriter text = new StringWriter(moves.size() * CHARS_OF_MOVE);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartArray();
            for (Move move : moves) {
                out.writeStartArray();
                out.writeNumber(move.lineNo() - pageNo * InstructionPage.INSTRUCTIONS);
                out.writeString(letter(move.before()));
                out.writeString(letter(move.after()));
                if (move.reportLine() != null) {
                    out.writeNumber(move.reportLine());
                } else if (move.bankRef() != null || move.reason() != null) {
                    out.writeNull();
                }
                if (move.bankRef() != null || move.reason() != null) {
                    out.writeString(move.bankRef());
                }
                if (move.reason() != null) {
                    out.writeString(move.reason());
                }
                out.writeEndArray();
            }
            out.writeEndArray();
        } catch (IOException never) {
            throw new UncheckedIOException("memory could not be written", never);
        }
        return text.toString();
    }

    private static String letter(MoneyState state) {
        return String.valueOf(InstructionPage.letterOf(state));
    }

    static List<Move> moves(int pageNo, String content) {
        List<Move> moves = new ArrayList<>();
        try (JsonParser in = JSON.createParser(content)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_ARRAY) {
                moves.add(move(pageNo, in));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("moves of a page are not JSON", broken);
        }
        return moves;
    }

    private static Move move(int pageNo, JsonParser in) throws IOException {
        int lineNo = pageNo * InstructionPage.INSTRUCTIONS + in.nextIntValue(0);
        MoneyState before = InstructionPage.stateOf(in.nextTextValue().charAt(0));
        MoneyState after = InstructionPage.stateOf(in.nextTextValue().charAt(0));
        Integer reportLine = null;
        String bankRef = null;
        String reason = null;
        if (in.nextToken() != JsonToken.END_ARRAY) {
            reportLine = in.currentToken() == JsonToken.VALUE_NULL ? null : in.getIntValue();
            if (in.nextToken() != JsonToken.END_ARRAY) {
                bankRef = in.currentToken() == JsonToken.VALUE_NULL ? null : in.getText();
                if (in.nextToken() != JsonToken.END_ARRAY) {
                    reason = in.getText();
                    in.nextToken();
                }
            }
        }
        return new Move(lineNo, before, after, reportLine, bankRef, reason);
    }
}
