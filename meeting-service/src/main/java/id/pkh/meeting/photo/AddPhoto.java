package id.pkh.meeting.photo;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.photo.PhotoRows.New;
import id.pkh.meeting.photo.PreparePhoto.Prepared;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores a photo of a meeting. The object is written first and the row after it: a crash between
 * them leaves an object without a row, which {@link PhotoUpkeep} removes, and never the reverse.
 */
@ApplicationScoped
class AddPhoto {

    private static final int MAX_PHOTOS = 10;

    private final PhotoRows rows;
    private final PhotoStore store;
    private final Clock clock;

    AddPhoto(PhotoRows rows, PhotoStore store, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.clock = clock;
    }

    /** The photo, and whether it is new. */
    record Added(UUID photoId, boolean isNew) {}

    void refuseWithoutStore() {
        if (!store.isThere()) {
            throw Refused.because("PHOTO_STORE_MISSING");
        }
    }

    @Transactional
    Added handle(UUID meetingId, Prepared photo, AreaScope areas, String by) {
        rows.lock(meetingId, areas);
        Optional<UUID> known = rows.standing(meetingId, photo.sha256());
        if (known.isPresent()) {
            return new Added(known.get(), false);
        }
        if (rows.ofMeeting(meetingId).size() >= MAX_PHOTOS) {
            throw Refused.because("PHOTOS_TOO_MANY").with("max_photos", MAX_PHOTOS);
        }
        Instant now = clock.instant();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String key = BusinessDates.on(now) + "/" + id;
        store.put(key, photo.photo().bytes());
        rows.add(
                new New(
                        id,
                        meetingId,
                        key,
                        photo.photo().contentType(),
                        photo.photo().bytes().length,
                        photo.sha256(),
                        photo.position(),
                        photo.positionSource(),
                        photo.takenAt()),
                now,
                by);
        return new Added(id, true);
    }
}
