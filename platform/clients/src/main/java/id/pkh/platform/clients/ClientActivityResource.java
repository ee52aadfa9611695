package id.pkh.platform.clients;

import id.pkh.platform.clients.ActivityDaysView.ActivityDayView;
import id.pkh.platform.clients.ActivityLog.Filter;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.CodeForm;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What systems of other authorities did in this service. */
@Path("/api/v1/client-activity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Client activity",
        description = "What other systems did, for their owners and auditors")
@RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.EXTERNAL_SYSTEM})
public class ClientActivityResource {

    private static final String SUBJECT = "^[A-Za-z0-9._@:-]{1,100}$";
    private static final String OPERATION = "^[A-Za-z][A-Za-z0-9.]{0,99}$";
    private static final int MAX_DAYS = 31;
    private static final String CLIENT = "Subject of the system's token";
    private static final String WHO =
            " A system reads its own, the person who is named as its owner that of the system, and an"
                    + " auditor all; to everyone else nothing was done.";

    private final ActivityLog log;
    private final ReadableClients readable;
    private final Clock clock;

    ClientActivityResource(ActivityLog log, ReadableClients readable, Clock clock) {
        this.log = log;
        this.readable = readable;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Refuses("ACTIVITY_RANGE_INVALID")
    @Operation(
            operationId = "listClientActivity",
            summary = "What systems did in this service, the latest first",
            description =
                    "Each request with its operation, purpose, area and status, and how many families were"
                            + " answered; not what was searched for. What was refused before it reached an"
                            + " operation is counted by the minute."
                            + WHO)
    public Page<ActivityView> list(
            @QueryParam("client") @CodeForm(SUBJECT) @Parameter(description = CLIENT) String client,
            @QueryParam("operation") @CodeForm(OPERATION) String operation,
            @QueryParam("from") @Parameter(description = "First day, Jakarta time") LocalDate from,
            @QueryParam("to") @Parameter(description = "Last day, Jakarta time") LocalDate to,
            @BeanParam PageParams page) {
        if (from != null && to != null && to.isBefore(from)) {
            throw refusedRange();
        }
        return Page.of(
                log.latest(
                        new Filter(
                                readable.of(client),
                                operation,
                                start(from),
                                start(to == null ? null : to.plusDays(1))),
                        page.cursor().map(cursor -> cursor.number(0)).orElse(null),
                        page.limit() + 1),
                page.limit(),
                logged -> new Object[] {logged.activityId()},
                ActivityView::of);
    }

    @GET
    @Path("/days")
    @Transactional
    @Refuses("ACTIVITY_RANGE_INVALID")
    @Operation(
            operationId = "countClientActivity",
            summary = "What systems did, added up by day, operation and status",
            description = "At most 31 days; without a first and a last day, the last seven." + WHO)
    public ActivityDaysView days(
            @QueryParam("client") @CodeForm(SUBJECT) @Parameter(description = CLIENT) String client,
            @QueryParam("from") @Parameter(description = "First day, Jakarta time") LocalDate from,
            @QueryParam("to") @Parameter(description = "Last day, Jakarta time") LocalDate to) {
        LocalDate last = to == null ? BusinessDates.today(clock) : to;
        LocalDate first = from == null ? last.minusDays(6) : from;
        if (last.isBefore(first) || !first.plusDays(MAX_DAYS).isAfter(last)) {
            throw refusedRange();
        }
        return new ActivityDaysView(
                log
                        .days(
                                new Filter(
                                        readable.of(client),
                                        null,
                                        start(first),
                                        start(last.plusDays(1))))
                        .stream()
                        .map(ActivityDayView::of)
                        .toList());
    }

    private static Refused refusedRange() {
        return Refused.because("ACTIVITY_RANGE_INVALID").with("max_days", MAX_DAYS);
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(BusinessDates.ZONE).toInstant();
    }
}
