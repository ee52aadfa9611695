package id.pkh.meeting.meeting;

import id.pkh.contracts.meeting.MeetingNotHeld;
import id.pkh.meeting.group.GroupEntity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records at the end of a month why groups did not meet, if no reason was reported. */
@ApplicationScoped
public class ExplainMonth {

    private static final String NO_SHEET_RECEIVED = "NO_SHEET_RECEIVED";
    private static final String NO_FACILITATOR_ASSIGNED = "NO_FACILITATOR_ASSIGNED";
    private static final String BY = "month-closing";

    private final NotHeldReasons reasons;
    private final NotHeldRecords records;

    ExplainMonth(NotHeldReasons reasons, NotHeldRecords records) {
        this.reasons = reasons;
        this.records = records;
    }

    /**
     * The events to publish, by group. A group without changes is left out.
     *
     * @param notMet groups without a meeting in the month
     * @param responsible facilitators by village
     * @param owed families, by group code, to which a meeting was due
     */
    public Map<UUID, MeetingNotHeld> handle(
            Collection<GroupEntity> notMet,
            YearMonth month,
            Map<String, UUID> responsible,
            Map<String, List<UUID>> owed,
            Instant now) {
        List<UUID> ids = notMet.stream().map(GroupEntity::id).toList();
        Map<UUID, NotHeldEntity> inEffect = records.inEffect(ids, month);
        List<NotHeldEntity> added = new ArrayList<>();
        Map<UUID, MeetingNotHeld> events = new HashMap<>();
        for (GroupEntity group : notMet) {
            List<UUID> families = owed.getOrDefault(group.code(), List.of());
            NotHeldEntity before = inEffect.get(group.id());
            if (before == null || !before.kpmIds.equals(families)) {
                NotHeldEntity record =
                        before == null
                                ? automatic(
                                        group,
                                        month,
                                        responsible.get(group.villageCode()),
                                        families,
                                        now)
                                : before.of(families, now, BY);
                added.add(record);
                events.put(group.id(), record.event(group, month.atEndOfMonth()));
            }
        }
        records.add(added, inEffect);
        return events;
    }

    private NotHeldEntity automatic(
            GroupEntity group, YearMonth month, UUID facilitator, List<UUID> owed, Instant now) {
        NotHeldReasons.Reason reason =
                reasons.require(
                        facilitator == null ? NO_FACILITATOR_ASSIGNED : NO_SHEET_RECEIVED, month);
        return new NotHeldEntity(
                group.id(), month, facilitator, reason.code(), reason.attribution(), owed, now, BY);
    }
}
