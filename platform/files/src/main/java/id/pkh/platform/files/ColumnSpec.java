package id.pkh.platform.files;

import java.util.ArrayList;
import java.util.List;

/** A column: its name in the code, and the headers that senders use for it. */
public record ColumnSpec(String name, boolean isRequired, List<String> headers) {

    public ColumnSpec {
        headers = List.copyOf(headers);
    }

    public static ColumnSpec required(String name, String... aliases) {
        return new ColumnSpec(name, true, headers(name, aliases));
    }

    public static ColumnSpec optional(String name, String... aliases) {
        return new ColumnSpec(name, false, headers(name, aliases));
    }

    private static List<String> headers(String name, String... aliases) {
        List<String> headers = new ArrayList<>(List.of(name));
        headers.addAll(List.of(aliases));
        return headers;
    }
}
