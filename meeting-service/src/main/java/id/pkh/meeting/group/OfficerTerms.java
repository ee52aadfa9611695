package id.pkh.meeting.group;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.group.domain.Office;
import id.pkh.meeting.group.domain.OfficerTerm;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The terms of a group's officers as rows; the group must be locked while they change. */
@ApplicationScoped
class OfficerTerms {

    private final Database database;

    OfficerTerms(Database database) {
        this.database = database;
    }

    /** Every term of a group, the earliest first. */
    List<OfficerTerm> of(UUID groupId) {
        return database.query(
                "SELECT id AS term_id, office, kpm_id, first_day, last_day FROM officer_term"
                        + " WHERE group_id = :group ORDER BY first_day, office",
                q -> q.bind("group", groupId).map(database.rowsAs(OfficerTerm.class)).list());
    }

    /**
     * An election fills every office from its day until the next election that is known. It ends
     * the terms before it, and takes the place of one on the same day.
     */
    void elect(OfficersEntity election) {
        List<OfficerTerm> terms = of(election.groupId);
        LocalDate day = election.electedOn;
        LocalDate next =
                terms.stream()
                        .map(OfficerTerm::firstDay)
                        .filter(first -> first.isAfter(day))
                        .min(LocalDate::compareTo)
                        .orElse(null);
        database.update(
                "DELETE FROM officer_term WHERE group_id = :group AND first_day = :day",
                u -> u.bind("group", election.groupId).bind("day", day));
        database.update(
                "UPDATE officer_term SET last_day = :before WHERE group_id = :group"
                        + " AND first_day < :day AND (last_day IS NULL OR last_day >= :day)",
                u ->
                        u.bind("group", election.groupId)
                                .bind("day", day)
                                .bind("before", day.minusDays(1)));
        Map.of(
                        Office.CHAIR, election.chairKpmId,
                        Office.SECRETARY, election.secretaryKpmId,
                        Office.TREASURER, election.treasurerKpmId)
                .forEach(
                        (office, kpmId) ->
                                add(
                                        election.groupId,
                                        new OfficerTerm(
                                                UuidCreator.getTimeOrderedEpoch(),
                                                office,
                                                kpmId,
                                                day,
                                                next == null ? null : next.minusDays(1)),
                                        election.id,
                                        election.recordedAt,
                                        election.recordedBy));
    }

    void add(UUID groupId, OfficerTerm term, UUID electionId, Instant now, String by) {
        database.update(
                "INSERT INTO officer_term (id, group_id, office, kpm_id, first_day, last_day, election_id,"
                        + " recorded_at, recorded_by) VALUES (:id, :group, :office, :kpm, :first, :last,"
                        + " :election, :now, :by)",
                u ->
                        u.bind("id", term.termId())
                                .bind("group", groupId)
                                .bind("office", term.office())
                                .bind("kpm", term.kpmId())
                                .bind("first", term.firstDay())
                                .bind("last", term.lastDay())
                                .bind("election", electionId)
                                .bind("now", now)
                                .bind("by", by));
    }

    void end(UUID termId, LocalDate lastDay, Instant now, String by) {
        database.update(
                "UPDATE officer_term SET last_day = :last, ended_at = :now, ended_by = :by WHERE id = :id",
                u -> u.bind("id", termId).bind("last", lastDay).bind("now", now).bind("by", by));
    }
}
