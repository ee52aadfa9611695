package id.pkh.registry.facilitator;

import id.pkh.platform.web.Paged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the cases of a hand-over, with the services that are asked. */
@Schema(name = "HandoverCases")
public record HandoverCasesView(
        UUID handoverId,
        String villageCode,
        @Schema(
                        description =
                                "All services; of one that does not answer the open cases are not known")
                List<Source> services,
        List<HandoverCaseView> items,
        @Schema(nullable = true) String next)
        implements Paged {

    @Override
    public HandoverCasesView withNext(String signed) {
        return new HandoverCasesView(handoverId, villageCode, services, items, signed);
    }

    /** One service. */
    @Schema(name = "HandoverCaseSource")
    public record Source(
            CaseOwner service,
            @Schema(description = "Whether it answered just now") boolean answers,
            @Schema(
                            nullable = true,
                            description =
                                    "When its list was kept; null if it did not answer, or the"
                                            + " hand-over is older than such lists")
                    Instant keptAt,
            @Schema(nullable = true) Integer keptCases) {}
}
