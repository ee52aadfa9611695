package id.pkh.platform.web;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** {@code ?limit=} and {@code ?after=} of every list; use as a {@code @BeanParam}. */
public class PageParams {

    public static final int DEFAULT_LIMIT_ITEMS = 100;
    public static final int MAX_LIMIT_ITEMS = 500;

    @QueryParam("limit")
    @Parameter(
            description = "Items on the page, 1 to 500, 100 if left out.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "100"))
    String limit;

    @QueryParam("after")
    @Parameter(description = "The `next` of the previous page.")
    String after;

    /** For callers inside the process and for tests. */
    public static PageParams of(Integer limit, String after) {
        PageParams params = new PageParams();
        params.limit = limit == null ? null : limit.toString();
        params.after = after;
        return params;
    }

    public int limit() {
        if (limit == null || limit.isBlank()) {
            return DEFAULT_LIMIT_ITEMS;
        }
        try {
            int items = Integer.parseInt(limit.trim());
            if (items >= 1 && items <= MAX_LIMIT_ITEMS) {
                return items;
            }
        } catch (NumberFormatException notANumber) {
            throw refusedLimit();
        }
        throw refusedLimit();
    }

    /** Where the page starts; empty for the first page. */
    public Optional<Cursor> cursor() {
        return after == null || after.isBlank()
                ? Optional.empty()
                : Optional.of(Cursor.decode(withoutSignature(after.trim())));
    }

    /** {@link SignedCursors} has checked the signature of a request before. */
    private static String withoutSignature(String signed) {
        int end = signed.lastIndexOf(SignedCursors.SEPARATOR);
        return end < 0 ? signed : signed.substring(0, end);
    }

    private static Refused refusedLimit() {
        return Refused.because(WebRefusals.INVALID_LIMIT).with("max", MAX_LIMIT_ITEMS);
    }
}
