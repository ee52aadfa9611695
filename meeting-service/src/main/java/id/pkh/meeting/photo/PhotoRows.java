package id.pkh.meeting.photo;

import id.pkh.meeting.photo.domain.Position;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Photos as rows. */
@ApplicationScoped
class PhotoRows {

    private static final String SELECT =
            "SELECT id AS photo_id, meeting_id, object_key, content_type, bytes, taken_at, recorded_at, recorded_by,"
                    + " superseded_at, reason FROM meeting_photo WHERE ";

    private final Database database;

    PhotoRows(Database database) {
        this.database = database;
    }

    /** The meeting that a photo shows. */
    record OfMeeting(UUID meetingId, String villageCode, LocalDate heldOn) {}

    /** A photo on record. */
    record Row(
            UUID photoId,
            UUID meetingId,
            String objectKey,
            String contentType,
            int bytes,
            LocalDateTime takenAt,
            Instant recordedAt,
            String recordedBy,
            Instant supersededAt,
            String reason) {}

    /** A photo before it has a row. */
    record New(
            UUID photoId,
            UUID meetingId,
            String objectKey,
            String contentType,
            int bytes,
            String sha256,
            Position position,
            String positionSource,
            LocalDateTime takenAt) {}

    OfMeeting require(UUID meetingId, AreaScope areas) {
        return meeting(meetingId, areas, "");
    }

    /** Locked, so that its photos are counted one after the other. */
    OfMeeting lock(UUID meetingId, AreaScope areas) {
        return meeting(meetingId, areas, " FOR UPDATE OF m");
    }

    private OfMeeting meeting(UUID meetingId, AreaScope areas, String lock) {
        return database.query(
                        "SELECT m.id AS meeting_id, g.village_code, m.held_on FROM meeting m"
                                + " JOIN kpm_group g ON g.id = m.group_id WHERE m.id = :id"
                                + lock,
                        q ->
                                q.bind("id", meetingId)
                                        .map(database.rowsAs(OfMeeting.class))
                                        .findOne())
                .filter(meeting -> areas.covers(meeting.villageCode()))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    /** Those that stand and those that were superseded, in the order in which they came. */
    List<Row> ofMeeting(UUID meetingId) {
        return database.query(
                SELECT + "meeting_id = :meeting ORDER BY id",
                q -> q.bind("meeting", meetingId).map(database.rowsAs(Row.class)).list());
    }

    Row requireStanding(UUID meetingId, UUID photoId) {
        return one(meetingId, photoId)
                .filter(row -> row.supersededAt() == null)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    Optional<Row> one(UUID meetingId, UUID photoId) {
        return database.query(
                SELECT + "id = :id AND meeting_id = :meeting",
                q ->
                        q.bind("id", photoId)
                                .bind("meeting", meetingId)
                                .map(database.rowsAs(Row.class))
                                .findOne());
    }

    Optional<UUID> standing(UUID meetingId, String sha256) {
        return database.query(
                "SELECT id FROM meeting_photo WHERE meeting_id = :meeting AND sha256 = :hash"
                        + " AND superseded_at IS NULL",
                q -> q.bind("meeting", meetingId).bind("hash", sha256).mapTo(UUID.class).findOne());
    }

    void add(New photo, Instant now, String by) {
        database.update(
                "INSERT INTO meeting_photo (id, meeting_id, object_key, content_type, bytes, sha256, latitude_e6,"
                        + " longitude_e6, position_source, taken_at, recorded_at, recorded_by) VALUES (:id, :meeting,"
                        + " :key, :type, :bytes, :hash, :latitude, :longitude, :source, :taken, :now, :by)",
                u ->
                        u.bind("id", photo.photoId())
                                .bind("meeting", photo.meetingId())
                                .bind("key", photo.objectKey())
                                .bind("type", photo.contentType())
                                .bind("bytes", photo.bytes())
                                .bind("hash", photo.sha256())
                                .bind("latitude", photo.position().latitudeE6())
                                .bind("longitude", photo.position().longitudeE6())
                                .bind("source", photo.positionSource())
                                .bind("taken", photo.takenAt())
                                .bind("now", now)
                                .bind("by", by));
    }

    /** Again changes nothing. */
    void supersede(UUID photoId, String reason, Instant now, String by) {
        database.update(
                "UPDATE meeting_photo SET superseded_at = :now, superseded_by = :by, reason = :reason"
                        + " WHERE id = :id AND superseded_at IS NULL",
                u -> u.bind("id", photoId).bind("reason", reason).bind("now", now).bind("by", by));
    }
}
