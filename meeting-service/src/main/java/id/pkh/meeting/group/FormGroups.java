package id.pkh.meeting.group;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.meeting.GroupFormed;
import id.pkh.meeting.Database;
import id.pkh.meeting.family.Families;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Forms groups, with the families that are already known by the group's code. Families that become
 * known later join when they do.
 */
@ApplicationScoped
public class FormGroups {

    /** What became of a group that somebody wanted formed. */
    enum Outcome {
        FORMED,
        /** Only its name or its place is different from before. */
        RENAMED,
        UNCHANGED,
        /** It stands already, formed on another day. */
        FORMED_OTHERWISE
    }

    private final Database database;
    private final Groups groups;
    private final Families families;
    private final Outbox outbox;
    private final Clock clock;

    FormGroups(Database database, Groups groups, Families families, Outbox outbox, Clock clock) {
        this.database = database;
        this.groups = groups;
        this.families = families;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One outcome for each group, by its code; each code once. */
    @Transactional
    Map<String, Outcome> handle(List<NewGroup> wanted) {
        groups.lockForming();
        Map<String, NewGroup> standing = standing(wanted);
        Map<String, Outcome> outcomes = new HashMap<>();
        List<NewGroup> toForm = new ArrayList<>();
        for (NewGroup group : wanted) {
            Outcome outcome = outcomeOf(group, standing.get(group.code()));
            outcomes.put(group.code(), outcome);
            if (outcome == Outcome.FORMED) {
                toForm.add(group);
            } else if (outcome == Outcome.RENAMED) {
                rename(group);
            }
        }
        form(toForm);
        return outcomes;
    }

    private static Outcome outcomeOf(NewGroup group, NewGroup standing) {
        if (standing == null) {
            return Outcome.FORMED;
        }
        if (!standing.formedOn().equals(group.formedOn())) {
            return Outcome.FORMED_OTHERWISE;
        }
        return standing.equals(group) ? Outcome.UNCHANGED : Outcome.RENAMED;
    }

    private Map<String, NewGroup> standing(List<NewGroup> wanted) {
        Map<String, NewGroup> standing = new HashMap<>();
        database.query(
                "SELECT code, name, meeting_place, formed_on FROM kpm_group WHERE code = ANY (?)",
                row ->
                        standing.put(
                                row.getString("code"),
                                new NewGroup(
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getString("meeting_place"),
                                        row.getObject("formed_on", LocalDate.class))),
                Database.texts(wanted.stream().map(NewGroup::code).toList()));
        return standing;
    }

    private void rename(NewGroup group) {
        database.update(
                "UPDATE kpm_group SET name = ?, meeting_place = ? WHERE code = ?",
                group.name(),
                group.meetingPlace(),
                group.code());
    }

    private void form(List<NewGroup> toForm) {
        if (toForm.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<UUID> ids = toForm.stream().map(group -> UuidCreator.getTimeOrderedEpoch()).toList();
        database.update(
                "INSERT INTO kpm_group (id, code, name, village_code, meeting_place, formed_on, version, recorded_at)"
                        + " SELECT id, code, name, village_code, meeting_place, formed_on, 1, ?::timestamptz"
                        + " FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[])"
                        + " AS formed (id, code, name, village_code, meeting_place, formed_on)",
                now,
                Database.uuids(ids),
                Database.texts(toForm.stream().map(NewGroup::code).toList()),
                Database.texts(toForm.stream().map(NewGroup::name).toList()),
                Database.texts(toForm.stream().map(NewGroup::villageCode).toList()),
                Database.texts(toForm.stream().map(NewGroup::meetingPlace).toList()),
                Database.dates(toForm.stream().map(NewGroup::formedOn).toList()));

        Map<String, List<UUID>> members =
                families.now(toForm.stream().map(NewGroup::code).toList());
        List<Sequenced> events = new ArrayList<>();
        for (int i = 0; i < toForm.size(); i++) {
            NewGroup group = toForm.get(i);
            events.add(
                    new Sequenced(
                            new GroupFormed(
                                    ids.get(i),
                                    group.code(),
                                    group.villageCode(),
                                    members.getOrDefault(group.code(), List.of()),
                                    group.formedOn(),
                                    now),
                            1));
        }
        outbox.appendAll(events);
    }
}
