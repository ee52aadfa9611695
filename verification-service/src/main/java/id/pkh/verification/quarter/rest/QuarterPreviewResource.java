package id.pkh.verification.quarter.rest;

import id.pkh.platform.calendar.ClosingDays;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.quarter.AskedQuarters;
import id.pkh.verification.quarter.MissingCount;
import id.pkh.verification.quarter.MissingPoint;
import id.pkh.verification.quarter.QuarterPreview;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is missing before a quarter is closed. */
@Path("/api/v1/quarter-closings/preview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RoleSets.PROGRAMME_READERS)
@Tag(name = "Quarter closings")
public class QuarterPreviewResource {

    private final QuarterPreview preview;
    private final ClosingDays days;
    private final AskedQuarters quarters;
    private final Caller caller;

    QuarterPreviewResource(
            QuarterPreview preview, ClosingDays days, AskedQuarters quarters, Caller caller) {
        this.preview = preview;
        this.days = days;
        this.quarters = quarters;
        this.caller = caller;
    }

    /** A school or health service that has not reported. */
    @Schema(name = "ServiceWithoutReport")
    public record MissingPointView(
            @Schema(enumeration = {"SCHOOL", "HEALTH", "SOCIAL"}) String kind,
            String pointCode,
            @Schema(description = "Villages for which nothing was reported")
                    List<String> villageCodes) {

        static MissingPointView of(MissingPoint point) {
            return new MissingPointView(point.kind(), point.pointCode(), point.villages());
        }
    }

    /**
     * What is missing, by area.
     *
     * @param closesAt when the calendar closes the quarter; null when no calendar applies
     */
    @Schema(name = "QuarterClosingPreviewCounts")
    public record CountsView(
            @Schema(pattern = VerificationPeriod.QUARTER_TEXT) String quarter,
            @Schema(nullable = true) Instant closesAt,
            List<CountView> areas) {}

    /** The figures of an area. */
    @Schema(name = "QuarterClosingPreviewCount")
    public record CountView(
            String areaCode,
            @Schema(enumeration = {"SCHOOL", "HEALTH", "SOCIAL"}) String kind,
            @Schema(description = "Schools or health services of families with commitments")
                    int points,
            @Schema(description = "Those that have not reported for some village")
                    int pointsMissing,
            @Schema(description = "Villages for which some of them has not reported")
                    int villagesMissing) {

        static CountView of(MissingCount count) {
            return new CountView(
                    count.areaCode(),
                    count.kind(),
                    count.points(),
                    count.pointsMissing(),
                    count.villagesMissing());
        }
    }

    @GET
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "previewQuarterClosing",
            summary = "Schools and health services that have not reported about a quarter",
            description =
                    "With the villages for which nothing was reported: schools of pupils, and health"
                            + " services that reported before.")
    public Page<MissingPointView> missing(
            @QueryParam("quarter")
                    @Parameter(
                            description = AskedQuarters.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String quarter,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @BeanParam PageParams page) {
        Optional<Cursor> after = page.cursor();
        return Page.of(
                preview.missing(
                        quarters.orComing(quarter),
                        village,
                        caller.areas(),
                        after.map(cursor -> EvidenceKind.valueOf(cursor.text(0))).orElse(null),
                        after.map(cursor -> cursor.text(1)).orElse(null),
                        page.limit() + 1),
                page.limit(),
                point -> new Object[] {point.kind(), point.pointCode()},
                MissingPointView::of);
    }

    @GET
    @Path("/counts")
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "countQuarterClosingPreview",
            summary = "What is missing before a quarter is closed, by area",
            description = "For each kind, one line for each area one level below.")
    public CountsView counts(
            @QueryParam("quarter")
                    @Parameter(
                            description = AskedQuarters.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String quarter,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village) {
        VerificationPeriod asked = quarters.orComing(quarter);
        return new CountsView(
                asked.text(),
                days.closesAt(asked.firstMonth()).orElse(null),
                preview.counts(asked, village, caller.areas()).stream()
                        .map(CountView::of)
                        .toList());
    }
}
