package id.pkh.platform.clients;

import id.pkh.platform.clients.ActivityLog.Logged;
import id.pkh.platform.clients.BulkReads.AskedBy;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ClientActivity",
        description =
                "One request of a system, one part of a file, or the requests of a minute that were refused alike.")
record ActivityView(
        @Schema(description = "subject of the system's token") String client,
        @Schema(description = "as this description names it; none where no operation is known")
                String operation,
        @Schema(nullable = true, description = "null where none has to be stated") String purpose,
        @Schema(
                        nullable = true,
                        description = "the area that was asked for; null for all of the system's")
                String areaCode,
        @Schema(
                        nullable = true,
                        implementation = AskedBy.class,
                        description = "in a bulk read; what was searched for is not kept")
                String askedBy,
        @Schema(nullable = true, description = "how many were answered; null if not counted")
                Integer families,
        @Schema(description = "that count against the day; 0 for what is no bulk read") int pages,
        @Schema(description = "of the answer, such as 200 or 403") int status,
        @Schema(
                        nullable = true,
                        description =
                                "code of the refusal; null for what was not refused by a code")
                String refusal,
        @Schema(description = "how many were refused alike within a minute; otherwise 1")
                int requests,
        Instant occurredAt) {

    static ActivityView of(Logged logged) {
        return new ActivityView(
                logged.client(),
                logged.operation(),
                logged.purpose(),
                logged.areaCode(),
                logged.askedBy(),
                logged.families(),
                logged.pages(),
                logged.status(),
                logged.refusal(),
                logged.requests(),
                logged.occurredAt());
    }
}
