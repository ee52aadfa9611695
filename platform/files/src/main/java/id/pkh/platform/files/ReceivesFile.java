package id.pkh.platform.files;

import id.pkh.platform.web.BodyTypes;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation whose request body is a list in a file, and which {@link FileAnswers} answers.
 * It accepts all names of tables as the content type, and the API description knows its answers.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@BodyTypes({
    UploadTypes.CSV,
    UploadTypes.CSV_OF_APPLICATIONS,
    UploadTypes.PLAIN_TEXT,
    UploadTypes.EXCEL,
    UploadTypes.XLSX,
    UploadTypes.BYTES
})
@Succeeds(status = 201, meaning = "The file was applied, at least in part")
@Succeeds(status = 200, meaning = "The same file was received before")
@Refuses({
    FileRefusals.FILE_ALL_ROWS_REFUSED,
    FileRefusals.FILE_EMPTY,
    FileRefusals.FILE_HAS_MACROS,
    FileRefusals.FILE_IN_PROGRESS,
    FileRefusals.FILE_IS_IMAGE,
    FileRefusals.FILE_IS_PDF,
    FileRefusals.FILE_KIND_UNKNOWN,
    FileRefusals.FILE_LEGACY_EXCEL,
    FileRefusals.FILE_PASSWORD_PROTECTED,
    FileRefusals.FILE_SEPARATOR_INVALID,
    FileRefusals.FILE_TOO_LARGE,
    FileRefusals.FILE_TOO_MANY_COLUMNS,
    FileRefusals.FILE_TOO_MANY_ROWS,
    FileRefusals.FILE_TRUNCATED,
    FileRefusals.FILE_UNREADABLE,
    FileRefusals.FILE_UNSAFE,
    FileRefusals.LINE_TOO_LONG
})
public @interface ReceivesFile {}
