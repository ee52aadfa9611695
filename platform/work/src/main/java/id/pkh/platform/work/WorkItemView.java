package id.pkh.platform.work;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is due for the caller. */
@Schema(name = "WorkItem")
public record WorkItemView(
        @Schema(description = "Kinds may be added") String kind,
        @Schema(description = "Where no policy sets a day, the day on which it began to wait")
                LocalDate dueOn,
        boolean overdue,
        @Schema(description = "Ids or codes of what it is about") List<String> subjectIds,
        @Schema(nullable = true) String villageCode,
        @Schema(description = "In the language of Accept-Language: English or Indonesian")
                String text,
        @Schema(description = "The operation that settles it, or the record that it is about")
                String href) {}
