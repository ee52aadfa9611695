package id.pkh.registry.facilitator;

import id.pkh.registry.facilitator.domain.CaseFate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case of a hand-over, and what became of it since its list was kept. */
@Schema(name = "HandoverCase")
public record HandoverCaseView(
        CaseOwner service,
        CaseFate.State state,
        @Schema(description = "Kinds may be added") String kind,
        @Schema(nullable = true, description = "What it was when the list was kept")
                String keptKind,
        @Schema(nullable = true, description = "The family; null if it is about none or several")
                UUID kpmId,
        @Schema(description = "The day on which it began to wait") LocalDate since,
        @Schema(description = "Where no policy sets one, the day on which it began to wait")
                LocalDate dueOn,
        @Schema(description = "Whether its day is over and it is not known to have ended")
                boolean overdue,
        @Schema(description = "Roles whose work it is") List<String> inHandsOf,
        @Schema(description = "Ids or codes of what it is about") List<String> subjectIds,
        @Schema(nullable = true) String villageCode,
        @Schema(
                        nullable = true,
                        description = "What to do next; null if it is not known to be open")
                String text,
        @Schema(description = "The operation that settles it, or the record that it is about")
                String href) {}
