package id.pkh.meeting.photo;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.photo.PhotoImage.Clean;
import id.pkh.meeting.photo.PhotoRows.New;
import id.pkh.meeting.photo.PhotoRows.OfMeeting;
import id.pkh.meeting.photo.domain.Position;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
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
    private final PhotoPolicies policies;
    private final int maxBytes;
    private final Clock clock;

    AddPhoto(
            PhotoRows rows,
            PhotoStore store,
            PhotoPolicies policies,
            MeetingConfig config,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.policies = policies;
        this.maxBytes = (int) config.photo().maxSize().asLongValue();
        this.clock = clock;
    }

    /** What the sender says beside the photo; the camera has precedence. */
    record Given(Optional<Position> position, Optional<LocalDateTime> takenAt) {}

    /** The photo, and whether it is new. */
    record Added(UUID photoId, boolean isNew) {}

    @Transactional
    Added handle(UUID meetingId, InputStream body, Given given, AreaScope areas, String by) {
        OfMeeting meeting = rows.lock(meetingId, areas);
        if (!store.isThere()) {
            throw Refused.because("PHOTO_STORE_MISSING");
        }
        byte[] received = received(body);
        String sha256 = sha256(received);
        Optional<UUID> known = rows.standing(meetingId, sha256);
        if (known.isPresent()) {
            return new Added(known.get(), false);
        }
        if (rows.ofMeeting(meetingId).size() >= MAX_PHOTOS) {
            throw Refused.because("PHOTOS_TOO_MANY").with("max_photos", MAX_PHOTOS);
        }
        PhotoMetadata metadata = PhotoMetadata.of(received);
        Clean clean = PhotoImage.of(received, metadata.orientation());
        Position position = requirePosition(metadata, given);
        LocalDateTime takenAt = requireTime(metadata, given, meeting);
        Instant now = clock.instant();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String key = BusinessDates.on(now) + "/" + id;
        store.put(key, clean.bytes());
        rows.add(
                new New(
                        id,
                        meetingId,
                        key,
                        clean.contentType(),
                        clean.bytes().length,
                        sha256,
                        position,
                        metadata.position().isPresent() ? "EXIF" : "GIVEN",
                        takenAt),
                now,
                by);
        return new Added(id, true);
    }

    private byte[] received(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw Refused.because("PHOTO_TOO_LARGE").with("max_bytes", maxBytes);
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException("a photo was not received", broken);
        }
    }

    private static Position requirePosition(PhotoMetadata metadata, Given given) {
        Position position =
                metadata.position()
                        .or(given::position)
                        .orElseThrow(() -> Refused.because("PHOTO_WITHOUT_POSITION"));
        if (!position.isInIndonesia()) {
            throw Refused.because("PHOTO_OUTSIDE_COUNTRY");
        }
        return position;
    }

    private LocalDateTime requireTime(PhotoMetadata metadata, Given given, OfMeeting meeting) {
        LocalDateTime takenAt =
                metadata.takenAt()
                        .or(given::takenAt)
                        .orElseThrow(() -> Refused.because("PHOTO_WITHOUT_TIME"));
        if (!policies.on(meeting.heldOn()).permits(takenAt, meeting.heldOn())) {
            throw Refused.because("PHOTO_OF_OTHER_DAY")
                    .with("taken_on", takenAt.toLocalDate())
                    .with("held_on", meeting.heldOn());
        }
        return takenAt;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
