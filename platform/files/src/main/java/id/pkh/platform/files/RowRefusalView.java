package id.pkh.platform.files;

import id.pkh.platform.web.Language;
import id.pkh.platform.web.RefusalTexts;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refused row with a message in the sender's language. */
@Schema(name = "RefusedRow")
public record RowRefusalView(
        int line, String column, String maskedValue, String code, String expected, String message) {

    public static RowRefusalView of(RowRefusal refusal, RefusalTexts texts, Language language) {
        Map<String, Object> values =
                Map.of(
                        "line", refusal.line(),
                        "column", text(refusal.column()),
                        "field", text(refusal.column()),
                        "value", text(refusal.maskedValue()),
                        "expected", text(refusal.expected()));
        return new RowRefusalView(
                refusal.line(),
                refusal.column(),
                refusal.maskedValue(),
                refusal.code(),
                refusal.expected(),
                texts.detailOfRow(refusal.code(), language, values));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
