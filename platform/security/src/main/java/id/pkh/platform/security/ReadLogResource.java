package id.pkh.platform.security;

import id.pkh.platform.security.ReadLogEntries.Entry;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who saw which identifying numbers of whom, when and for which purpose. */
@Path("/api/v1/read-log")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Read log", description = "Reads of identifying numbers, for auditors")
public class ReadLogResource {

    /**
     * One read of identifying fields.
     *
     * @param subjectId the service's id of the person or of the batch, never a NIK
     * @param areaCode null when the subject lies in no single area, as a batch does
     * @param fields names of the fields, comma-separated
     */
    public record ReadLogView(
            String reader,
            String subjectKind,
            String subjectId,
            @Schema(nullable = true) String areaCode,
            String fields,
            String purpose,
            Instant readAt) {

        static ReadLogView of(Entry entry) {
            return new ReadLogView(
                    entry.reader(),
                    entry.subjectKind(),
                    entry.subjectId(),
                    entry.areaCode(),
                    entry.fields(),
                    entry.purpose(),
                    entry.readAt());
        }
    }

    private final ReadLogEntries entries;
    private final Caller caller;

    ReadLogResource(ReadLogEntries entries, Caller caller) {
        this.entries = entries;
        this.caller = caller;
    }

    @GET
    @Transactional
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "listReadLog",
            summary = "Reads of identifying numbers, the latest first",
            description =
                    "Within the areas of the caller. Entries without an area are shown only to a"
                            + " caller with all areas.")
    @Refuses("READ_LOG_RANGE_INVALID")
    public Page<ReadLogView> list(
            @QueryParam("subject") @Parameter(description = "Id of the subject") String subject,
            @QueryParam("reader") @Parameter(description = "Subject of the reader's token")
                    String reader,
            @QueryParam("from") @Parameter(description = "First day, Jakarta time") LocalDate from,
            @QueryParam("to") @Parameter(description = "Last day, Jakarta time") LocalDate to,
            @BeanParam PageParams page) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Refused.because("READ_LOG_RANGE_INVALID").with("from", from).with("to", to);
        }
        List<Entry> found =
                entries.latest(
                        new ReadLogEntries.Filter(
                                subject,
                                reader,
                                start(from),
                                start(to == null ? null : to.plusDays(1))),
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE),
                        page.limit() + 1);
        return Page.of(
                found, page.limit(), entry -> new Object[] {entry.readLogId()}, ReadLogView::of);
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(BusinessDates.ZONE).toInstant();
    }
}
