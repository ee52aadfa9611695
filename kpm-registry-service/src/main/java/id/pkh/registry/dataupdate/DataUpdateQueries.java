package id.pkh.registry.dataupdate;

import static java.util.stream.Collectors.groupingBy;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.ReadLog;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.dataupdate.DataUpdateView.ActView;
import id.pkh.registry.dataupdate.DataUpdateView.ChangeView;
import id.pkh.registry.dataupdate.DataUpdateView.EvidenceView;
import id.pkh.registry.dataupdate.DataUpdateView.ValueView;
import id.pkh.registry.dataupdate.DataUpdates.ActRow;
import id.pkh.registry.dataupdate.DataUpdates.ChangeRow;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.ChangeField;
import id.pkh.registry.dataupdate.domain.ReturnReason;
import id.pkh.registry.dataupdate.domain.UpdateState;
import id.pkh.registry.identity.Disclosure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Data updates as the caller may see them. A read of unmasked numbers is logged. */
@ApplicationScoped
public class DataUpdateQueries {

    private static final String AREA = "k.village_code";

    private final DataUpdates updates;
    private final ChangeContents contents;
    private final CallerAreas areas;
    private final ReadLog readLog;
    private final Caller caller;
    private final Clock clock;

    DataUpdateQueries(
            DataUpdates updates,
            ChangeContents contents,
            CallerAreas areas,
            ReadLog readLog,
            Caller caller,
            Clock clock) {
        this.updates = updates;
        this.contents = contents;
        this.areas = areas;
        this.readLog = readLog;
        this.caller = caller;
        this.clock = clock;
    }

    /** Which updates a list shows; null for all. */
    public record Filter(
            UpdateState state,
            UUID kpmId,
            String village,
            String submittedBy,
            Boolean overdue,
            Instant submittedSince) {}

    @Transactional
    public Page<DataUpdateView> list(Filter filter, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(filter.village()))
                        .andIfGiven("u.kpm_id = ?", filter.kpmId())
                        .andIfGiven("u.submitted_by = ?", filter.submittedBy())
                        .andIfGiven("u.submitted_at >= ?", filter.submittedSince())
                        .andIfGiven(
                                "u.state = ?",
                                filter.state() == null ? null : filter.state().name())
                        .andIfGiven(
                                "u.update_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        if (filter.overdue() != null) {
            which.and(
                    "(u.state = 'SUBMITTED' AND u.due_on < ?) = ?",
                    BusinessDates.today(clock),
                    filter.overdue());
        }
        List<UpdateRow> rows = updates.list(which, page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                row -> new Object[] {row.updateId()},
                views(rows, Disclosure.masked(caller)));
    }

    @Transactional
    DataUpdateView one(UUID id, Disclosure disclosure) {
        UpdateRow row =
                updates.list(areas.visible(AREA).and("u.update_id = ?", id), 1).stream()
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (disclosure.identifiers()) {
            readLog.record(
                    "data_update",
                    id.toString(),
                    row.villageCode(),
                    "changes",
                    disclosure.purpose());
        }
        return views(List.of(row), disclosure).apply(row);
    }

    private Function<UpdateRow, DataUpdateView> views(List<UpdateRow> rows, Disclosure disclosure) {
        List<UUID> ids = rows.stream().map(UpdateRow::updateId).toList();
        Map<UUID, List<ChangeRow>> changes =
                updates.changes(ids).stream().collect(groupingBy(ChangeRow::updateId));
        Map<UUID, List<ActRow>> acts =
                updates.acts(ids).stream().collect(groupingBy(ActRow::updateId));
        LocalDate today = BusinessDates.today(clock);
        return row ->
                new DataUpdateView(
                        row.updateId(),
                        row.kpmId(),
                        row.villageCode(),
                        row.state(),
                        row.revision(),
                        row.submittedBy(),
                        row.submittedAt(),
                        row.dueOn(),
                        row.state() == UpdateState.SUBMITTED && row.dueOn().isBefore(today),
                        row.visitId(),
                        row.reverses(),
                        new EvidenceView(
                                row.evidenceKind(), row.evidenceReference(), row.evidenceOn()),
                        row.note(),
                        changes.getOrDefault(row.updateId(), List.of()).stream()
                                .map(change -> view(change, disclosure))
                                .toList(),
                        acts.getOrDefault(row.updateId(), List.of()).stream()
                                .map(DataUpdateQueries::view)
                                .toList());
    }

    private ChangeView view(ChangeRow row, Disclosure disclosure) {
        Change change = contents.open(row);
        TreeSet<ChangeField> fields = new TreeSet<>(change.from().keySet());
        fields.addAll(change.becomes().keySet());
        return new ChangeView(
                row.revision(),
                row.changeNo(),
                row.kind(),
                row.memberId(),
                row.effectiveOn(),
                row.state(),
                row.appliedVersion(),
                fields.stream()
                        .map(
                                field ->
                                        new ValueView(
                                                field.wireName(),
                                                shown(field, change.from(), disclosure),
                                                shown(field, change.becomes(), disclosure)))
                        .toList());
    }

    private static String shown(
            ChangeField field, Map<ChangeField, String> values, Disclosure disclosure) {
        String value = values.get(field);
        if (field.isNumber()) {
            return disclosure.number(value);
        }
        return field.isName() && !disclosure.names() ? null : value;
    }

    private static ActView view(ActRow row) {
        return new ActView(
                row.revision(),
                row.act(),
                row.byPerson(),
                row.actedAt(),
                Stream.of(row.reasons().split(","))
                        .filter(code -> !code.isEmpty())
                        .map(ReturnReason::valueOf)
                        .toList(),
                row.note());
    }
}
