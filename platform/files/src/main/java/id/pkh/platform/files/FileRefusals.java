package id.pkh.platform.files;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    static final String FILE_SEPARATOR_INVALID = "FILE_SEPARATOR_INVALID";
    static final String FILE_ENCODING_WRONG = "FILE_ENCODING_WRONG";
    static final String LINE_TOO_LONG = "LINE_TOO_LONG";
    static final String FILE_IN_PROGRESS = "FILE_IN_PROGRESS";
    static final String FILE_ALL_ROWS_REFUSED = "FILE_ALL_ROWS_REFUSED";

    static final String PROGRESS_LISTENERS_TOO_MANY = "PROGRESS_LISTENERS_TOO_MANY";

    private static final Map<Integer, List<String>> CODES =
            Map.of(
                    409,
                    List.of(FILE_IN_PROGRESS),
                    413,
                    List.of(FILE_TOO_LARGE, FILE_TOO_MANY_ROWS),
                    422,
                    List.of(
                            FILE_EMPTY,
                            FILE_KIND_UNKNOWN,
                            FILE_LEGACY_EXCEL,
                            FILE_PASSWORD_PROTECTED,
                            FILE_HAS_MACROS,
                            FILE_IS_PDF,
                            FILE_IS_IMAGE,
                            FILE_TRUNCATED,
                            FILE_UNREADABLE,
                            FILE_UNSAFE,
                            FILE_TOO_MANY_COLUMNS,
                            FILE_SEPARATOR_INVALID,
                            FILE_ENCODING_WRONG,
                            LINE_TOO_LONG,
                            FILE_ALL_ROWS_REFUSED),
                    429,
                    List.of(PROGRESS_LISTENERS_TOO_MANY));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }

    @Override
    public Set<String> passing() {
        return Set.of(FILE_IN_PROGRESS, PROGRESS_LISTENERS_TOO_MANY);
    }

    @Override
    public String bundle() {
        return "refusals-files";
    }
}
