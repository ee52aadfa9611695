package id.pkh.meeting.photo;

import id.pkh.meeting.photo.domain.Position;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the photos of meetings say about them, for those who look at how they were recorded. */
@ApplicationScoped
public class PhotoFacts {

    /** The photos of a group that make its place usual: those of its latest meetings. */
    private static final int PHOTOS_OF_GROUP = 60;

    private final Database database;

    PhotoFacts(Database database) {
        this.database = database;
    }

    /**
     * The photos of one meeting.
     *
     * @param metresAway how far the farthest is from the usual place; null while none is usual
     */
    public record OfMeeting(boolean anyTwice, Long metresAway) {

        public static final OfMeeting NONE = new OfMeeting(false, null);
    }

    private record Taken(
            UUID meetingId, UUID groupId, long latitudeE6, long longitudeE6, boolean twice) {

        Position position() {
            return new Position(latitudeE6, longitudeE6);
        }
    }

    /** By meeting; one without photos is left out. */
    public Map<UUID, OfMeeting> of(Collection<UUID> meetingIds) {
        List<Taken> photos =
                database.query(
                        "SELECT t.meeting_id, t.group_id, t.latitude_e6, t.longitude_e6, t.twice"
                                + " FROM (SELECT DISTINCT group_id FROM meeting WHERE id = ANY (:meetings)) g"
                                + " CROSS JOIN LATERAL (SELECT p.meeting_id, m.group_id, p.latitude_e6, p.longitude_e6,"
                                + " EXISTS (SELECT FROM meeting_photo o WHERE o.sha256 = p.sha256"
                                + " AND o.meeting_id <> p.meeting_id) AS twice FROM meeting m"
                                + " JOIN meeting_photo p ON p.meeting_id = m.id WHERE m.group_id = g.group_id AND m.taken_back_at IS NULL"
                                + " AND p.superseded_at IS NULL ORDER BY m.held_on DESC, p.id LIMIT :limit) t",
                        q ->
                                q.bind("meetings", SqlArrays.uuids(meetingIds))
                                        .bind("limit", PHOTOS_OF_GROUP)
                                        .map(database.rowsAs(Taken.class))
                                        .list());
        Map<UUID, List<Taken>> byGroup =
                photos.stream().collect(Collectors.groupingBy(Taken::groupId));
        Map<UUID, OfMeeting> facts = new HashMap<>();
        photos.stream()
                .collect(Collectors.groupingBy(Taken::meetingId))
                .forEach(
                        (meeting, own) ->
                                facts.put(meeting, of(own, byGroup.get(own.get(0).groupId()))));
        return facts;
    }

    private static OfMeeting of(List<Taken> own, List<Taken> ofGroup) {
        UUID meeting = own.get(0).meetingId();
        Optional<Position> usual =
                Position.usual(
                        ofGroup.stream()
                                .filter(photo -> !photo.meetingId().equals(meeting))
                                .map(Taken::position)
                                .toList());
        Long metres =
                usual.map(
                                place ->
                                        own.stream()
                                                .mapToLong(
                                                        photo -> place.metresTo(photo.position()))
                                                .max()
                                                .orElseThrow())
                        .orElse(null);
        return new OfMeeting(own.stream().anyMatch(Taken::twice), metres);
    }
}
