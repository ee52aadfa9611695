package id.pkh.registry.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.client.OtherServices.Owner;
import id.pkh.registry.complaint.ComplaintQueries;
import id.pkh.registry.complaint.ComplaintQueries.Lodged;
import id.pkh.registry.dataupdate.DataUpdateQueries;
import id.pkh.registry.dataupdate.DataUpdateView;
import id.pkh.registry.dataupdate.DataUpdateView.ChangeView;
import id.pkh.registry.visit.HomeVisitQueries;
import id.pkh.registry.visit.HomeVisitQueries.Filter;
import id.pkh.registry.visit.HomeVisitView;
import id.pkh.registry.workbook.WorkbookFacts.Holder;
import id.pkh.registry.workbook.WorkbookFacts.Meeting;
import id.pkh.registry.workbook.WorkbookFacts.MemberUpdate;
import id.pkh.registry.workbook.WorkbookFacts.RosterFamily;
import id.pkh.registry.workbook.WorkbookFacts.Visit;
import id.pkh.registry.workbook.WorkbookFacts.Withdrawal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Reads what is on record for a workbook: the registry's own, and what the other services have. */
@ApplicationScoped
class LoadFacts {

    private static final String PAGE = "&limit=500";
    private static final int MOST_WORK_ITEMS = 100;

    private final Roster roster;
    private final HomeVisitQueries visits;
    private final DataUpdateQueries updates;
    private final ComplaintQueries complaints;
    private final OtherServices services;
    private final LoadEvidence evidence;

    LoadFacts(
            Roster roster,
            HomeVisitQueries visits,
            DataUpdateQueries updates,
            ComplaintQueries complaints,
            OtherServices services,
            LoadEvidence evidence) {
        this.roster = roster;
        this.visits = visits;
        this.updates = updates;
        this.complaints = complaints;
        this.services = services;
        this.evidence = evidence;
    }

    WorkbookFacts of(Holder holder, YearMonth month, Set<FactSource> needed) {
        boolean hasMeetings = needed.contains(FactSource.MEETINGS);
        boolean hasWithdrawals = needed.contains(FactSource.WITHDRAWALS);
        boolean hasUpdates = needed.contains(FactSource.UPDATES);
        boolean hasEvidence = needed.contains(FactSource.EVIDENCE);
        boolean namesMembers = hasUpdates || hasEvidence;
        List<RosterFamily> families = roster.families(holder, namesMembers);
        return new WorkbookFacts(
                holder,
                month,
                families,
                hasMeetings ? groups(holder) : Map.of(),
                hasMeetings ? sessions(month) : Map.of(),
                hasMeetings ? meetings(holder, month) : List.of(),
                hasWithdrawals ? reasons() : List.of(),
                hasWithdrawals ? withdrawals(holder) : List.of(),
                needed.contains(FactSource.VISITS) ? visits(holder, month) : List.of(),
                namesMembers ? roster.members(families) : List.of(),
                hasUpdates ? updates(holder, month) : List.of(),
                hasEvidence ? evidence.of(holder, month) : List.of(),
                needed.contains(FactSource.COMPLAINTS) ? complaints(holder, month) : List.of(),
                needed.contains(FactSource.WORK) ? work() : List.of());
    }

    private Map<String, String> groups(Holder holder) {
        Map<String, String> names = new HashMap<>();
        for (String village : holder.villages()) {
            services.everyItem(Owner.MEETING, "/groups?village=" + village + PAGE)
                    .forEach(
                            group -> {
                                String code = group.path("group_code").asText();
                                names.put(code, code + " " + group.path("name").asText());
                            });
        }
        return names;
    }

    private Map<String, String> sessions(YearMonth month) {
        Map<String, String> titles = new LinkedHashMap<>();
        services.get(Owner.MEETING, "/p2k2-sessions?on=" + month.atEndOfMonth())
                .path("sessions")
                .forEach(
                        session -> {
                            String code = session.path("session_code").asText();
                            titles.put(code, code + " " + session.path("title").asText());
                        });
        return titles;
    }

    /** What makes up for a session of another month is not a meeting of this one. */
    private List<Meeting> meetings(Holder holder, YearMonth month) {
        List<Meeting> meetings = new ArrayList<>();
        for (String village : holder.villages()) {
            String lists = "/attendance-lists?month=" + month + "&village=" + village + PAGE;
            services.everyItem(Owner.MEETING, lists).stream()
                    .filter(item -> item.path("makes_up_meeting_id").isNull())
                    .map(LoadFacts::meeting)
                    .forEach(meetings::add);
        }
        return meetings;
    }

    private static Meeting meeting(JsonNode item) {
        Map<UUID, String> marks = new HashMap<>();
        item.path("attendance")
                .forEach(
                        mark ->
                                marks.put(
                                        UUID.fromString(mark.path("kpm_id").asText()),
                                        mark.path("mark").asText()));
        return new Meeting(
                UUID.fromString(item.path("meeting_id").asText()),
                item.path("group_code").asText(),
                item.path("kind").asText(),
                LocalDate.parse(item.path("held_on").asText()),
                item.path("session_code").isTextual() ? item.path("session_code").asText() : "",
                marks);
    }

    private List<String> reasons() {
        List<String> codes = new ArrayList<>();
        services.get(Owner.DISBURSEMENT, "/withdrawal-reasons")
                .path("items")
                .forEach(reason -> codes.add(reason.path("code").asText()));
        return codes.stream().distinct().toList();
    }

    /** Of the latest cycle that is sealed. */
    private List<Withdrawal> withdrawals(Holder holder) {
        for (JsonNode cycle : services.everyItem(Owner.DISBURSEMENT, "/cycles?limit=500")) {
            if (!cycle.path("status").asText().equals("SEALED")) {
                continue;
            }
            String code = cycle.path("cycle_code").asText();
            List<Withdrawal> withdrawals = new ArrayList<>();
            for (String village : holder.villages()) {
                String list = "/cycles/" + code + "/withdrawals?village=" + village + PAGE;
                services.everyItem(Owner.DISBURSEMENT, list).stream()
                        .map(item -> withdrawal(code, item))
                        .forEach(withdrawals::add);
            }
            return withdrawals;
        }
        return List.of();
    }

    private static Withdrawal withdrawal(String cycle, JsonNode item) {
        Map<String, String> report = new HashMap<>();
        String reported = item.path("reported").asText();
        if (!reported.equals("NOT_REPORTED")) {
            report.put("outcome", reported);
            put(report, "amount_idr", item.path("withdrawn_idr"));
            for (String column :
                    List.of("occurred_on", "channel", "reason_code", "accompanied_by")) {
                put(report, column, item.path(column));
            }
        }
        return new Withdrawal(
                UUID.fromString(item.path("payment_id").asText()),
                UUID.fromString(item.path("kpm_id").asText()),
                cycle,
                item.path("payment_idr").asLong(),
                item.path("revision").asInt(0),
                report);
    }

    private static void put(Map<String, String> values, String column, JsonNode value) {
        if (!value.isNull() && !value.isMissingNode()) {
            values.put(column, value.asText());
        }
    }

    /** In the order in which they were recorded; a visit that was corrected counts as it is now. */
    private List<Visit> visits(Holder holder, YearMonth month) {
        List<HomeVisitView> recorded = new ArrayList<>();
        for (String village : holder.villages()) {
            recorded.addAll(
                    everyPage(page -> visits.list(new Filter(null, village, null, month), page)));
        }
        return recorded.stream()
                .filter(visit -> visit.supersededBy() == null)
                .sorted(Comparator.comparing(HomeVisitView::visitId))
                .map(LoadFacts::visit)
                .toList();
    }

    private static Visit visit(HomeVisitView view) {
        Map<String, String> values = new HashMap<>();
        values.put("on", view.visitedOn().toString());
        values.put("purpose", view.purpose().name());
        for (int i = 0; i < Math.min(2, view.findings().size()); i++) {
            values.put("finding" + (i + 1), view.findings().get(i).name());
        }
        if (view.house() != null) {
            values.put("ownership", view.house().ownership().name());
            values.put("job", view.house().headJob().name());
            values.put("components", Integer.toString(view.house().componentsOnCard()));
            values.put("toilet", view.house().toilet().name());
            values.put("water", view.house().water().name());
            values.put("electricity", view.house().electricity().name());
        }
        if (view.remark() != null) {
            values.put("remark", view.remark());
        }
        return new Visit(view.kpmId(), view.visitedOn(), values);
    }

    private List<Lodged> complaints(Holder holder, YearMonth month) {
        return holder.villages().stream()
                .flatMap(
                        village ->
                                complaints
                                        .lodged(village, begin(month), begin(month.plusMonths(1)))
                                        .stream())
                .toList();
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessDates.ZONE).toInstant();
    }

    /**
     * Each change of its latest revision, in the order of submission; a withdrawn one keeps its
     * place.
     */
    private List<MemberUpdate> updates(Holder holder, YearMonth month) {
        Instant since = begin(month);
        List<DataUpdateView> submitted = new ArrayList<>();
        for (String village : holder.villages()) {
            submitted.addAll(
                    everyPage(
                            page ->
                                    updates.list(
                                            new DataUpdateQueries.Filter(
                                                    null, null, village, null, null, since),
                                            page)));
        }
        submitted.sort(Comparator.comparing(DataUpdateView::updateId));
        List<MemberUpdate> changes = new ArrayList<>();
        for (DataUpdateView update : submitted) {
            update.changes().stream()
                    .filter(change -> change.memberId() != null)
                    .filter(change -> change.revision() == update.revision())
                    .map(change -> memberUpdate(update, change))
                    .forEach(changes::add);
        }
        return changes;
    }

    private static MemberUpdate memberUpdate(DataUpdateView update, ChangeView change) {
        Map<String, String> values = new HashMap<>();
        values.put("kind", change.kind().name());
        values.put("on", change.effectiveOn().toString());
        values.put("evidence", update.evidence().kind().name());
        values.put("reference", update.evidence().reference());
        values.put("evidence_on", update.evidence().on().toString());
        Map<String, String> columns =
                Map.of("component", "school", "npsn", "npsn", "grade", "grade");
        change.values().stream()
                .filter(value -> value.becomes() != null && columns.containsKey(value.field()))
                .forEach(value -> values.put(columns.get(value.field()), value.becomes()));
        return new MemberUpdate(change.memberId(), values);
    }

    private static <T> List<T> everyPage(Function<PageParams, Page<T>> list) {
        List<T> items = new ArrayList<>();
        String after = null;
        do {
            Page<T> page = list.apply(PageParams.of(PageParams.MAX_LIMIT_ITEMS, after));
            items.addAll(page.items());
            after = page.next();
        } while (after != null);
        return items;
    }

    /** What waits for the caller in the other services, the oldest first. */
    private List<String> work() {
        List<String> items = new ArrayList<>();
        for (Owner owner : List.of(Owner.MEETING, Owner.VERIFICATION)) {
            services.get(owner, "/my-work?limit=" + MOST_WORK_ITEMS)
                    .path("items")
                    .forEach(item -> items.add(item.path("text").asText()));
        }
        return items;
    }
}
