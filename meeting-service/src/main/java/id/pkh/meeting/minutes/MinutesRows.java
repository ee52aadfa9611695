package id.pkh.meeting.minutes;

import id.pkh.meeting.minutes.domain.Minutes;
import id.pkh.meeting.minutes.domain.Minutes.Speaker;
import id.pkh.meeting.minutes.domain.Narrative;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The minutes of meetings as rows; each version is whole. */
@ApplicationScoped
class MinutesRows {

    private final Database database;

    MinutesRows(Database database) {
        this.database = database;
    }

    /** The meeting of which minutes are written. */
    record OfMeeting(UUID meetingId, String groupCode, String villageCode, LocalDate heldOn) {}

    /** A version of minutes. */
    record Version(int revision, Minutes minutes, Instant recordedAt, String recordedBy) {}

    private record Row(
            int revision,
            String title,
            String category,
            LocalTime startsAt,
            LocalTime endsAt,
            String place,
            String process,
            String material,
            String participation,
            String result,
            String obstacles,
            Instant recordedAt,
            String recordedBy) {

        Version version(List<Speaker> speakers) {
            return new Version(
                    revision,
                    new Minutes(
                            title,
                            category,
                            startsAt,
                            endsAt,
                            place,
                            speakers,
                            new Narrative(process, material, participation, result, obstacles)),
                    recordedAt,
                    recordedBy);
        }
    }

    private record SpeakerRow(int position, Speaker speaker) {}

    OfMeeting require(UUID meetingId, AreaScope areas) {
        return meeting(meetingId, areas, "");
    }

    /** The meeting, locked, so that its versions are counted one after the other. */
    OfMeeting lock(UUID meetingId, AreaScope areas) {
        return meeting(meetingId, areas, " FOR UPDATE OF m");
    }

    private OfMeeting meeting(UUID meetingId, AreaScope areas, String lock) {
        return database.query(
                        "SELECT m.id AS meeting_id, g.code AS group_code, g.village_code, m.held_on FROM meeting m"
                                + " JOIN kpm_group g ON g.id = m.group_id WHERE m.id = :id"
                                + lock,
                        q ->
                                q.bind("id", meetingId)
                                        .map(database.rowsAs(OfMeeting.class))
                                        .findOne())
                .filter(meeting -> areas.covers(meeting.villageCode()))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    Optional<Version> latest(UUID meetingId) {
        return database.query(
                        "SELECT revision, title, category, starts_at, ends_at, place, process, material,"
                                + " participation, result, obstacles, recorded_at, recorded_by"
                                + " FROM meeting_minutes WHERE meeting_id = :id ORDER BY revision DESC LIMIT 1",
                        q -> q.bind("id", meetingId).map(database.rowsAs(Row.class)).findOne())
                .map(row -> row.version(speakers(meetingId, row.revision())));
    }

    private List<Speaker> speakers(UUID meetingId, int revision) {
        return database.query(
                "SELECT function, institution FROM meeting_speaker"
                        + " WHERE meeting_id = :id AND revision = :revision ORDER BY position",
                q ->
                        q.bind("id", meetingId)
                                .bind("revision", revision)
                                .map(database.rowsAs(Speaker.class))
                                .list());
    }

    void add(UUID meetingId, Version version) {
        Minutes minutes = version.minutes();
        Narrative narrative = minutes.narrative();
        database.update(
                "INSERT INTO meeting_minutes (meeting_id, revision, title, category, starts_at, ends_at, place,"
                        + " process, material, participation, result, obstacles, recorded_at, recorded_by)"
                        + " VALUES (:id, :revision, :title, :category, :starts, :ends, :place, :process,"
                        + " :material, :participation, :result, :obstacles, :now, :by)",
                u ->
                        u.bind("id", meetingId)
                                .bind("revision", version.revision())
                                .bind("title", minutes.title())
                                .bind("category", minutes.category())
                                .bind("starts", minutes.startsAt())
                                .bind("ends", minutes.endsAt())
                                .bind("place", minutes.place())
                                .bind("process", narrative.process())
                                .bind("material", narrative.material())
                                .bind("participation", narrative.participation())
                                .bind("result", narrative.result())
                                .bind("obstacles", narrative.obstacles())
                                .bind("now", version.recordedAt())
                                .bind("by", version.recordedBy()));
        List<SpeakerRow> speakers = new ArrayList<>();
        minutes.speakers().forEach(each -> speakers.add(new SpeakerRow(speakers.size() + 1, each)));
        database.batch(
                "INSERT INTO meeting_speaker (meeting_id, revision, position, function, institution)"
                        + " VALUES (:id, :revision, :position, :function, :institution)",
                speakers,
                (row, each) ->
                        row.bind("id", meetingId)
                                .bind("revision", version.revision())
                                .bind("position", each.position())
                                .bind("function", each.speaker().function())
                                .bind("institution", each.speaker().institution()));
    }
}
