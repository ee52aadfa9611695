package id.pkh.registry.complaint;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.ReadLog;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.complaint.ComplaintSteps.StepRow;
import id.pkh.registry.complaint.ComplaintView.ActView;
import id.pkh.registry.complaint.ComplaintView.StepView;
import id.pkh.registry.complaint.Complaints.ActRow;
import id.pkh.registry.complaint.domain.CardSteps;
import id.pkh.registry.complaint.domain.ComplaintCodes.Channel;
import id.pkh.registry.complaint.domain.ComplaintState;
import id.pkh.registry.complaint.domain.ComplaintType;
import id.pkh.registry.complaint.domain.HandlingLevel;
import id.pkh.registry.complaint.domain.StepKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Complaints that the caller may see. What people wrote is shown for one, and the read is logged.
 */
@ApplicationScoped
public class ComplaintQueries {

    private static final String IS_LATE =
            "(c.state IN ('OPEN', 'IN_PROGRESS', 'FOLLOWED_UP') AND c.due_on < ?) = ?";

    private final ComplaintAccess access;
    private final Complaints complaints;
    private final ComplaintSteps steps;
    private final ComplaintTexts texts;
    private final ReadLog readLog;
    private final Clock clock;

    ComplaintQueries(
            ComplaintAccess access,
            Complaints complaints,
            ComplaintSteps steps,
            ComplaintTexts texts,
            ReadLog readLog,
            Clock clock) {
        this.access = access;
        this.complaints = complaints;
        this.steps = steps;
        this.texts = texts;
        this.readLog = readLog;
        this.clock = clock;
    }

    /** Which complaints a list shows; null for all. */
    record Filter(
            ComplaintState state,
            ComplaintType type,
            UUID kpmId,
            String village,
            Boolean overdue) {}

    /** A complaint without what people wrote. */
    public record Lodged(UUID kpmId, ComplaintType type, Channel channel) {}

    /**
     * The complaints of a village that were lodged in these days and began with the facilitator, in
     * their order.
     */
    @Transactional
    public List<Lodged> lodged(String village, Instant from, Instant before) {
        Conditions which =
                access.visible()
                        .andArea(ComplaintAccess.AREA, village)
                        .and("c.first_level = ?", HandlingLevel.FACILITATOR.rank())
                        .and("c.lodged_at >= ? AND c.lodged_at < ?", from, before);
        return complaints.list(which, Integer.MAX_VALUE).stream()
                .map(row -> new Lodged(row.kpmId(), row.type(), row.channel()))
                .toList();
    }

    @Transactional
    Page<ComplaintView> list(Filter filter, PageParams page) {
        Conditions which =
                access.visible()
                        .andArea(ComplaintAccess.AREA, AreaScope.requested(filter.village()))
                        .andIfGiven("c.kpm_id = ?", filter.kpmId())
                        .andIfGiven("c.state = ?", filter.state())
                        .andIfGiven("c.type = ?", filter.type())
                        .andIfGiven(
                                "c.complaint_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        if (filter.overdue() != null) {
            which.and(IS_LATE, BusinessDates.today(clock), filter.overdue());
        }
        return Page.of(
                complaints.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.complaintId()},
                row -> view(row, null, null, null, null));
    }

    /** One complaint with what people wrote. */
    @Transactional
    ComplaintView one(UUID id) {
        ComplaintRow row = row(id);
        readLog.record("complaint", id.toString(), row.villageCode(), "text,notes", "complaint");
        return whole(row, texts::open);
    }

    /**
     * The same after an act, without what people wrote: answers are kept for repeated requests, and
     * there they would not be encrypted.
     */
    @Transactional
    ComplaintView afterAct(UUID id) {
        return whole(row(id), cipher -> null);
    }

    private ComplaintRow row(UUID id) {
        return complaints.list(access.visible().and("c.complaint_id = ?", id), 1).stream()
                .findFirst()
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private ComplaintView whole(ComplaintRow row, Function<byte[], String> shown) {
        List<StepRow> taken = steps.of(row.complaintId());
        int ofCard = (int) taken.stream().filter(step -> step.cardPlace() != null).count();
        return view(
                row,
                shown.apply(row.textCipher()),
                CardSteps.next(row.type(), ofCard),
                taken.stream().map(step -> view(step, shown)).toList(),
                complaints.acts(row.complaintId()).stream().map(act -> view(act, shown)).toList());
    }

    private ComplaintView view(
            ComplaintRow row,
            String text,
            List<StepKind> next,
            List<StepView> taken,
            List<ActView> history) {
        return new ComplaintView(
                row.complaintId(),
                row.kpmId(),
                row.villageCode(),
                row.type(),
                row.type().category(),
                row.priority(),
                row.channel(),
                row.memberId(),
                row.aboutFacilitatorId(),
                row.visitId(),
                row.state(),
                HandlingLevel.ofRank(row.level()),
                row.version(),
                row.round(),
                row.dueOn(),
                !row.state().isClosed() && row.dueOn().isBefore(BusinessDates.today(clock)),
                row.handler(),
                row.outcome(),
                row.reason(),
                row.followedUpBy(),
                row.closedBy(),
                row.familyToldOn(),
                row.lodgedBy(),
                row.lodgedAt(),
                text,
                next,
                taken,
                history);
    }

    private static StepView view(StepRow row, Function<byte[], String> shown) {
        return new StepView(
                row.stepNo(),
                row.round(),
                row.kind(),
                row.takenOn(),
                row.accompaniedBy(),
                shown.apply(row.referenceCipher()),
                row.cardLastDigits(),
                shown.apply(row.noteCipher()),
                row.recordedBy(),
                row.recordedAt());
    }

    private static ActView view(ActRow row, Function<byte[], String> shown) {
        return new ActView(
                row.actNo(),
                row.act(),
                HandlingLevel.ofRank(row.level()),
                row.byPerson(),
                row.actedAt(),
                row.outcome(),
                row.reason(),
                shown.apply(row.noteCipher()));
    }
}
