package id.pkh.meeting.monthclose;

import id.pkh.platform.calendar.ClosingDays;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.work.WorkItem;
import id.pkh.platform.work.WorkQuery;
import id.pkh.platform.work.WorkSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of which the record of last month or of this month is missing. They are due on the day on
 * which the calendar closes the month.
 */
@ApplicationScoped
class GroupsWithoutRecord implements WorkSource {

    private final MonthPreview preview;
    private final ClosingDays days;

    GroupsWithoutRecord(MonthPreview preview, ClosingDays days) {
        this.preview = preview;
        this.days = days;
    }

    @Override
    public String kind() {
        return "GROUP_WITHOUT_RECORD";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Roles.FACILITATOR, Roles.COORDINATOR);
    }

    @Override
    public List<WorkItem> next(WorkQuery query) {
        YearMonth thisMonth = YearMonth.from(query.today());
        List<WorkItem> found = new ArrayList<>();
        for (YearMonth month : List.of(thisMonth.minusMonths(1), thisMonth)) {
            LocalDate due =
                    days.closesAt(month)
                            .map(BusinessDates::on)
                            .orElse(month.plusMonths(1).atDay(1));
            String after = query.afterKeyOn(due);
            if (after != null && found.size() < query.limit()) {
                preview.missing(
                                month,
                                null,
                                query.areas(),
                                after.isEmpty() ? null : after,
                                query.limit() - found.size())
                        .forEach(group -> found.add(item(group, month, due)));
            }
        }
        return found;
    }

    private static WorkItem item(MissingGroupView group, YearMonth month, LocalDate due) {
        return new WorkItem(
                due,
                group.groupCode(),
                null,
                month.atDay(1),
                List.of(group.groupId().toString(), month.toString()),
                group.villageCode(),
                Map.of("group", group.groupCode(), "month", month.toString()),
                "/api/v1/sheets/group-meeting");
    }
}
