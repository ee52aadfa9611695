package id.pkh.meeting.duty;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.duty.Lapses.Key;
import id.pkh.meeting.duty.Lapses.Recorded;
import id.pkh.meeting.duty.domain.EscalationLevel;
import id.pkh.meeting.duty.domain.EscalationPolicy;
import id.pkh.meeting.duty.domain.LapsedGroups;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;

/**
 * What one review changes in the lapses of many facilitators. It is written by one statement for
 * each table, because a closing of the country reviews thousands of facilitators.
 */
final class LapseChanges {

    /** A lapse whose next revision is among the changes. */
    record Saved(UUID id, int revision) {}

    private record First(UUID id, Key key) {}

    private record Revision(UUID id, int number, String policyCode) {}

    private record Group(
            UUID lapseId, int revision, UUID groupId, int monthsRunning, EscalationLevel level) {}

    private record Escalation(UUID lapseId, int revision, EscalationLevel level) {}

    private final ReviewReason reason;
    private final Instant now;
    private final List<First> first = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Escalation> escalations = new ArrayList<>();
    private final List<Escalation> withdrawn = new ArrayList<>();

    LapseChanges(ReviewReason reason, Instant now) {
        this.reason = reason;
        this.now = now;
    }

    ReviewReason reason() {
        return reason;
    }

    Instant now() {
        return now;
    }

    /** The next revision of a lapse. */
    Saved save(Key key, Recorded before, LapsedGroups lapsed, EscalationPolicy policy) {
        UUID id = before == null ? UuidCreator.getTimeOrderedEpoch() : before.id();
        int number = before == null ? 1 : before.revision() + 1;
        if (before == null) {
            first.add(new First(id, key));
        }
        revisions.add(new Revision(id, number, policy.code()));
        lapsed.monthsRunning()
                .forEach(
                        (group, running) ->
                                groups.add(
                                        new Group(
                                                id,
                                                number,
                                                group,
                                                running,
                                                policy.levelAt(running))));
        return new Saved(id, number);
    }

    /**
     * Records that a level was notified. A second notification after a withdrawal puts the
     * escalation into effect again.
     */
    void escalate(Saved lapse, EscalationLevel level) {
        escalations.add(new Escalation(lapse.id(), lapse.revision(), level));
    }

    void withdrawEscalation(Saved lapse, EscalationLevel level) {
        withdrawn.add(new Escalation(lapse.id(), lapse.revision(), level));
    }

    void write(Database database) {
        if (revisions.isEmpty()) {
            return;
        }
        database.update(
                "INSERT INTO facilitator_lapse (id, facilitator_id, month, duty, revision)"
                        + " SELECT id, facilitator_id, month, duty, 1"
                        + " FROM unnest(:ids, :facilitators, :months, :duties) AS l (id, facilitator_id, month, duty)",
                u ->
                        u.bind("ids", SqlArrays.uuids(first, First::id))
                                .bind(
                                        "facilitators",
                                        SqlArrays.uuids(first, f -> f.key().facilitatorId()))
                                .bind("months", SqlArrays.months(first, f -> f.key().month()))
                                .bind("duties", SqlArrays.codes(first, f -> f.key().duty())));
        database.update(
                "UPDATE facilitator_lapse l SET revision = r.revision"
                        + " FROM unnest(:ids, :revisions) AS r (id, revision) WHERE l.id = r.id AND r.revision > 1",
                this::withRevisions);
        database.update(
                "INSERT INTO facilitator_lapse_revision (lapse_id, revision, reason, policy_code, recorded_at)"
                        + " SELECT id, revision, :reason, policy, :now"
                        + " FROM unnest(:ids, :revisions, :policies) AS r (id, revision, policy)",
                u ->
                        withRevisions(u)
                                .bind("policies", SqlArrays.texts(revisions, Revision::policyCode))
                                .bind("reason", reason)
                                .bind("now", now));
        database.update(
                "INSERT INTO facilitator_lapse_group (lapse_id, revision, group_id, months_running, level)"
                        + " SELECT * FROM unnest(:ids, :revisions, :groups, :running, :levels)",
                u ->
                        u.bind("ids", SqlArrays.uuids(groups, Group::lapseId))
                                .bind("revisions", SqlArrays.numbers(groups, Group::revision))
                                .bind("groups", SqlArrays.uuids(groups, Group::groupId))
                                .bind("running", SqlArrays.numbers(groups, Group::monthsRunning))
                                .bind("levels", SqlArrays.codes(groups, Group::level)));
        writeEscalations(database);
    }

    private void writeEscalations(Database database) {
        if (!withdrawn.isEmpty()) {
            database.update(
                    "UPDATE facilitator_escalation e SET withdrawn_at = :now, withdrawal_reason = :reason"
                            + " FROM unnest(:lapses, :levels) AS w (lapse_id, level)"
                            + " WHERE e.lapse_id = w.lapse_id AND e.level = w.level AND e.withdrawn_at IS NULL",
                    u -> withLevels(u, withdrawn).bind("reason", reason).bind("now", now));
        }
        if (!escalations.isEmpty()) {
            database.update(
                    "INSERT INTO facilitator_escalation (id, lapse_id, level, told_in_revision, escalated_at)"
                            + " SELECT id, lapse_id, level, revision, :now"
                            + " FROM unnest(:ids, :lapses, :levels, :revisions) AS e (id, lapse_id, level, revision)"
                            + " ON CONFLICT (lapse_id, level) DO UPDATE SET told_in_revision = excluded.told_in_revision,"
                            + " escalated_at = excluded.escalated_at, withdrawn_at = NULL, withdrawal_reason = NULL",
                    u ->
                            withLevels(u, escalations)
                                    .bind(
                                            "ids",
                                            SqlArrays.uuids(
                                                    escalations,
                                                    e -> UuidCreator.getTimeOrderedEpoch()))
                                    .bind(
                                            "revisions",
                                            SqlArrays.numbers(escalations, Escalation::revision))
                                    .bind("now", now));
        }
    }

    private Update withRevisions(Update update) {
        return update.bind("ids", SqlArrays.uuids(revisions, Revision::id))
                .bind("revisions", SqlArrays.numbers(revisions, Revision::number));
    }

    private static Update withLevels(Update update, List<Escalation> of) {
        return update.bind("lapses", SqlArrays.uuids(of, Escalation::lapseId))
                .bind("levels", SqlArrays.codes(of, Escalation::level));
    }
}
