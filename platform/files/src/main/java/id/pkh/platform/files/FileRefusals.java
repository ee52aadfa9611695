package id.pkh.platform.files;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Reasons to refuse a file as a whole. */
@ApplicationScoped
class FileRefusals implements RefusalStatuses {

    static final String FILE_TOO_LARGE = "FILE_TOO_LARGE";
    static final String FILE_EMPTY = "FILE_EMPTY";
    static final String FILE_KIND_UNKNOWN = "FILE_KIND_UNKNOWN";
    static final String FILE_LEGACY_EXCEL = "FILE_LEGACY_EXCEL";
    static final String FILE_PASSWORD_PROTECTED = "FILE_PASSWORD_PROTECTED";
    static final String FILE_HAS_MACROS = "FILE_HAS_MACROS";
    static final String FILE_IS_PDF = "FILE_IS_PDF";
    static final String FILE_IS_IMAGE = "FILE_IS_IMAGE";
    static final String FILE_TRUNCATED = "FILE_TRUNCATED";
    static final String FILE_UNREADABLE = "FILE_UNREADABLE";
    static final String FILE_UNSAFE = "FILE_UNSAFE";
    static final String FILE_TOO_MANY_ROWS = "FILE_TOO_MANY_ROWS";
    static final String FILE_TOO_MANY_COLUMNS = "FILE_TOO_MANY_COLUMNS";
    static final String LINE_TOO_LONG = "LINE_TOO_LONG";
    static final String FILE_IN_PROGRESS = "FILE_IN_PROGRESS";
    static final String FILE_ALL_ROWS_REFUSED = "FILE_ALL_ROWS_REFUSED";

    private static final Map<String, Integer> STATUSES =
            Map.ofEntries(
                    Map.entry(FILE_TOO_LARGE, 413),
                    Map.entry(FILE_EMPTY, 422),
                    Map.entry(FILE_KIND_UNKNOWN, 422),
                    Map.entry(FILE_LEGACY_EXCEL, 422),
                    Map.entry(FILE_PASSWORD_PROTECTED, 422),
                    Map.entry(FILE_HAS_MACROS, 422),
                    Map.entry(FILE_IS_PDF, 422),
                    Map.entry(FILE_IS_IMAGE, 422),
                    Map.entry(FILE_TRUNCATED, 422),
                    Map.entry(FILE_UNREADABLE, 422),
                    Map.entry(FILE_UNSAFE, 422),
                    Map.entry(FILE_TOO_MANY_ROWS, 413),
                    Map.entry(FILE_TOO_MANY_COLUMNS, 422),
                    Map.entry(LINE_TOO_LONG, 422),
                    Map.entry(FILE_IN_PROGRESS, 409),
                    Map.entry(FILE_ALL_ROWS_REFUSED, 422));

    @Override
    public Map<String, Integer> statuses() {
        return STATUSES;
    }

    @Override
    public String bundle() {
        return "refusals-files";
    }
}
