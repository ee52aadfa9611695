package id.pkh.platform.web;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. {@code next} goes into {@code ?after=} for the page that follows. */
public record Page<T>(List<T> items, @Schema(nullable = true) String next) implements Paged {

    public Page {
        items = List.copyOf(items);
    }

    @Override
    public Page<T> withNext(String signed) {
        return new Page<>(items, signed);
    }

    /**
     * Makes a page from up to {@code limit + 1} rows: the extra row only shows that there are more.
     * {@code position} returns the parts of the cursor that points at a row.
     */
    public static <R, T> Page<T> of(
            List<R> rows, int limit, Function<R, Object[]> position, Function<R, T> view) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? Cursor.encode(position.apply(shown.get(limit - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
