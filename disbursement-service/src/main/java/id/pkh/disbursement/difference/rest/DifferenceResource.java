package id.pkh.disbursement.difference.rest;

import id.pkh.disbursement.area.RequestedArea;
import id.pkh.disbursement.difference.CompareCycles;
import id.pkh.disbursement.difference.CompareCycles.FamilyDifference;
import id.pkh.disbursement.difference.CompareCycles.Pair;
import id.pkh.disbursement.difference.TwoCycles.Position;
import id.pkh.disbursement.difference.domain.DifferenceKind;
import id.pkh.disbursement.situation.SituationTexts;
import id.pkh.disbursement.situation.SituationTexts.Words;
import id.pkh.disbursement.walk.BoundedWalk.Walked;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an officer reads before proposing the seal: who is paid more, less, newly or no more. */
@Path("/api/v1/cycles/{code}/differences")
@Tag(name = "Payments")
public class DifferenceResource {

    private final CompareCycles compareCycles;
    private final SituationTexts texts;
    private final Caller caller;
    private final Clock clock;

    DifferenceResource(
            CompareCycles compareCycles, SituationTexts texts, Caller caller, Clock clock) {
        this.compareCycles = compareCycles;
        this.texts = texts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "CYCLE_IS_FIRST", "DIFFERENCE_KIND_UNKNOWN"})
    @Operation(
            operationId = "listDifferences",
            summary = "Families that are paid another amount than in the cycle before, and why",
            description =
                    "By village and family, of regular payments. The cycle before is the latest of"
                            + " the channel that ends earlier. Texts are in the language of"
                            + " Accept-Language. A page can have fewer items than its limit, even"
                            + " none, while `next` says that more families are to be compared.")
    public Page<DifferenceView> list(
            @PathParam("code") String code,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = DifferenceKind.class))
                    String kind,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page,
            @Context HttpHeaders headers) {
        Pair pair = compareCycles.pair(code);
        Walked<FamilyDifference, Position> walked =
                compareCycles.page(
                        pair,
                        RequestedArea.of(village),
                        caller.areas(),
                        kindOf(kind),
                        page.cursor()
                                .map(cursor -> new Position(cursor.text(0), cursor.uuid(1)))
                                .orElse(null),
                        page.limit());
        Language language = Language.of(headers);
        LocalDate today = BusinessDates.today(clock);
        Position next = walked.next();
        return new Page<>(
                walked.items().stream()
                        .map(one -> DifferenceView.of(one, cause -> text(cause, language, today)))
                        .toList(),
                next == null ? null : Cursor.encode(next.villageCode(), next.kpmId()));
    }

    @GET
    @Path("/summary")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "CYCLE_IS_FIRST"})
    @Operation(
            operationId = "getDifferenceSummary",
            summary = "How many families are paid another amount than before, by kind",
            description = "Of the families in the caller's areas; SAME has all the others.")
    public DifferenceSummaryView summary(
            @PathParam("code") String code,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village) {
        Pair pair = compareCycles.pair(code);
        return DifferenceSummaryView.of(
                pair, compareCycles.sums(pair, RequestedArea.of(village), caller.areas()));
    }

    private String text(String code, Language language, LocalDate today) {
        return Words.in(language, texts.reason(code, today));
    }

    private static DifferenceKind kindOf(String kind) {
        try {
            return kind == null ? null : DifferenceKind.valueOf(kind);
        } catch (IllegalArgumentException unknown) {
            throw Refused.because("DIFFERENCE_KIND_UNKNOWN", unknown);
        }
    }
}
