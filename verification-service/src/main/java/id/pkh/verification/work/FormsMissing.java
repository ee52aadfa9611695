package id.pkh.verification.work;

import id.pkh.platform.calendar.ClosingDays;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.work.WorkItem;
import id.pkh.platform.work.WorkQuery;
import id.pkh.platform.work.WorkSource;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.quarter.MissingPoint;
import id.pkh.verification.quarter.QuarterClosings;
import id.pkh.verification.quarter.QuarterPreview;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Schools and services that have not reported about the last quarter, until it is closed in the
 * whole country. They are due on the day on which the calendar closes it.
 */
@ApplicationScoped
class FormsMissing implements WorkSource {

    private static final String WHOLE_COUNTRY = "*";
    private static final Map<EvidenceKind, String> SHEETS =
            Map.of(
                    EvidenceKind.SCHOOL, "/api/v1/sheets/school-attendance",
                    EvidenceKind.HEALTH, "/api/v1/sheets/health-visits",
                    EvidenceKind.SOCIAL, "/api/v1/sheets/social-care");

    private final QuarterPreview preview;
    private final QuarterClosings closings;
    private final ClosingDays days;

    FormsMissing(QuarterPreview preview, QuarterClosings closings, ClosingDays days) {
        this.preview = preview;
        this.closings = closings;
        this.days = days;
    }

    @Override
    public String kind() {
        return "FORM_MISSING";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Roles.FACILITATOR, Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR);
    }

    @Override
    public List<WorkItem> next(WorkQuery query) {
        VerificationPeriod quarter =
                VerificationPeriod.quarterOf(YearMonth.from(query.today())).previous();
        LocalDate due =
                days.closesAt(quarter.firstMonth())
                        .map(BusinessDates::on)
                        .orElse(quarter.lastDay().plusDays(1));
        String after = query.afterKeyOn(due);
        if (after == null || closings.find(quarter, WHOLE_COUNTRY).isPresent()) {
            return List.of();
        }
        Position position = Position.of(after);
        return preview
                .missing(
                        quarter,
                        null,
                        query.areas(),
                        position.kind(),
                        position.code(),
                        query.limit())
                .stream()
                .map(point -> item(point, quarter, due))
                .toList();
    }

    private static WorkItem item(MissingPoint point, VerificationPeriod quarter, LocalDate due) {
        EvidenceKind kind = EvidenceKind.valueOf(point.kind());
        return new WorkItem(
                due,
                new Position(kind, point.pointCode()).key(),
                null,
                quarter.lastDay().plusDays(1),
                List.of(point.pointCode(), quarter.text()),
                point.villages().get(0),
                Map.of("point", point.pointCode(), "quarter", quarter.text()),
                SHEETS.get(kind));
    }

    /** Schools come before health services, and these before social services. */
    private record Position(EvidenceKind kind, String code) {

        static Position of(String key) {
            if (key.isEmpty()) {
                return new Position(null, null);
            }
            int place = Character.digit(key.charAt(0), 10);
            return new Position(EvidenceKind.values()[place - 1], key.substring(1));
        }

        String key() {
            return kind.ordinal() + 1 + code;
        }
    }
}
