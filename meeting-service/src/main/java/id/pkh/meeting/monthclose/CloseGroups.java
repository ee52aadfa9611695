package id.pkh.meeting.monthclose;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.meeting.MeetingMonthClosed;
import id.pkh.meeting.Database;
import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.meeting.family.Families;
import id.pkh.meeting.meeting.MeetingKind;
import id.pkh.meeting.meeting.NotHeld;
import id.pkh.meeting.meeting.NotHeldReasons;
import id.pkh.meeting.meeting.NotHeldRecords;
import id.pkh.meeting.monthclose.DueGroups.Due;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Closes a month for some groups: says of each whether it met, and of those that did not, why. */
@ApplicationScoped
class CloseGroups {

    private static final String NO_SHEET_RECEIVED = "NO_SHEET_RECEIVED";
    private static final String NO_FACILITATOR_ASSIGNED = "NO_FACILITATOR_ASSIGNED";
    private static final String BY = "month-closing";

    private final Database database;
    private final Families families;
    private final ResponsibleFacilitators facilitators;
    private final NotHeldReasons reasons;
    private final NotHeldRecords records;
    private final Outbox outbox;

    CloseGroups(
            Database database,
            Families families,
            ResponsibleFacilitators facilitators,
            NotHeldReasons reasons,
            NotHeldRecords records,
            Outbox outbox) {
        this.database = database;
        this.families = families;
        this.facilitators = facilitators;
        this.reasons = reasons;
        this.records = records;
        this.outbox = outbox;
    }

    /** How many of the groups held what was due. */
    record Closed(int held, int notHeld, int p2k2Held) {}

    private record Facts(
            Map<String, List<UUID>> owed,
            Map<String, UUID> responsible,
            Set<UUID> met,
            Set<UUID> learnt,
            Map<UUID, NotHeld> said) {}

    Closed close(Closing closing, List<Due> groups, Instant now) {
        YearMonth month = closing.month();
        Facts facts = facts(groups, month);
        LocalDate today = BusinessDates.on(now);
        List<NotHeld> first = new ArrayList<>();
        List<Sequenced> events = new ArrayList<>();
        Map<UUID, Long> versions = new HashMap<>();
        int held = 0;
        int p2k2Held = 0;
        for (Due group : groups) {
            long version = group.version();
            boolean met = facts.met().contains(group.id());
            boolean learnt = facts.learnt().contains(group.id());
            NotHeld notHeld = met ? null : notHeld(group, month, facts, first, now);
            if (notHeld != null) {
                version++;
                events.add(
                        new Sequenced(
                                notHeld.event(
                                        group.code(), group.villageCode(), month.atEndOfMonth()),
                                version));
            }
            version++;
            events.add(
                    new Sequenced(
                            new MeetingMonthClosed(
                                    group.id(),
                                    group.code(),
                                    group.villageCode(),
                                    month,
                                    met,
                                    learnt,
                                    today,
                                    now),
                            version));
            versions.put(group.id(), version);
            held += met ? 1 : 0;
            p2k2Held += learnt ? 1 : 0;
        }
        records.addFirst(first);
        save(closing, groups, facts, versions, now);
        outbox.appendAll(events);
        return new Closed(held, groups.size() - held, p2k2Held);
    }

    private Facts facts(List<Due> groups, YearMonth month) {
        List<String> codes = groups.stream().map(Due::code).toList();
        List<UUID> ids = groups.stream().map(Due::id).toList();
        LocalDate end = month.atEndOfMonth();
        Set<UUID> met = new HashSet<>();
        Set<UUID> learnt = new HashSet<>();
        database.query(
                "SELECT group_id, kind FROM meeting WHERE group_id = ANY (?) AND month = ?",
                row ->
                        (row.getString("kind").equals(MeetingKind.P2K2) ? learnt : met)
                                .add(row.getObject("group_id", UUID.class)),
                Database.uuids(ids),
                month);
        return new Facts(
                families.owedMeetings(codes, end),
                facilitators.ofEach(groups.stream().map(Due::villageCode).toList(), end),
                met,
                learnt,
                records.standing(ids, month));
    }

    /** What is to be said now; null when it was said before and nothing is different. */
    private NotHeld notHeld(
            Due group, YearMonth month, Facts facts, List<NotHeld> first, Instant now) {
        List<UUID> owed = facts.owed().getOrDefault(group.code(), List.of());
        NotHeld said = facts.said().get(group.id());
        if (said == null) {
            UUID facilitator = facts.responsible().get(group.villageCode());
            NotHeldReasons.Reason reason =
                    reasons.require(
                            facilitator == null ? NO_FACILITATOR_ASSIGNED : NO_SHEET_RECEIVED,
                            month);
            NotHeld automatic =
                    new NotHeld(
                            UuidCreator.getTimeOrderedEpoch(),
                            group.id(),
                            month,
                            facilitator,
                            reason.code(),
                            reason.attribution(),
                            owed,
                            now,
                            BY);
            first.add(automatic);
            return automatic;
        }
        if (said.kpmIds().equals(owed)) {
            return null;
        }
        NotHeld again = said.of(owed, UuidCreator.getTimeOrderedEpoch(), now, BY);
        records.add(again);
        return again;
    }

    private void save(
            Closing closing, List<Due> groups, Facts facts, Map<UUID, Long> versions, Instant now) {
        List<UUID> ids = groups.stream().map(Due::id).toList();
        database.update(
                "INSERT INTO group_month (group_id, month, facilitator_id, closing_id, closed_at)"
                        + " SELECT group_id, ?::date, facilitator_id, ?::uuid, ?::timestamptz"
                        + " FROM unnest(?::uuid[], ?::uuid[]) AS closed (group_id, facilitator_id)",
                closing.month(),
                closing.id(),
                now,
                Database.uuids(ids),
                Database.uuids(
                        groups.stream()
                                .map(group -> facts.responsible().get(group.villageCode()))
                                .toList()));
        database.update(
                "UPDATE kpm_group SET version = said.version FROM unnest(?::uuid[], ?::bigint[]) AS said (id, version)"
                        + " WHERE kpm_group.id = said.id",
                Database.uuids(ids),
                Database.numbers(ids.stream().map(versions::get).toList()));
    }
}
