package id.pkh.platform.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is open in a village, whosever work it is. */
@Schema(name = "OpenCase")
public record OpenCaseView(
        @Schema(description = "Kinds may be added") String kind,
        @Schema(nullable = true, description = "The family; null if it is about none or several")
                UUID kpmId,
        @Schema(description = "The day on which it began to wait") LocalDate since,
        @Schema(description = "Where no policy sets one, the day on which it began to wait")
                LocalDate dueOn,
        boolean overdue,
        @Schema(description = "Roles whose work it is") List<String> inHandsOf,
        @Schema(description = "Ids or codes of what it is about; with the kind they name the case")
                List<String> subjectIds,
        @Schema(nullable = true) String villageCode,
        @Schema(
                        description =
                                "What to do next, in the language of Accept-Language: English or"
                                        + " Indonesian")
                String text,
        @Schema(description = "The operation that settles it, or the record that it is about")
                String href) {}
