package id.pkh.meeting.photo;

import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.Sha256;
import id.pkh.meeting.photo.PhotoImage.Clean;
import id.pkh.meeting.photo.PhotoRows.OfMeeting;
import id.pkh.meeting.photo.domain.Position;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Receives a photo and decides whether it can be one of the meeting. Not in a transaction: a sender
 * may be slow, and reading a picture takes its time.
 */
@ApplicationScoped
class PreparePhoto {

    private final PhotoPolicies policies;
    private final int maxBytes;

    PreparePhoto(PhotoPolicies policies, MeetingConfig config) {
        this.policies = policies;
        this.maxBytes = (int) config.photo().maxSize().asLongValue();
    }

    /** What the sender says beside the photo; the camera has precedence. */
    record Given(Optional<Position> position, Optional<LocalDateTime> takenAt) {}

    /**
     * A photo as it will be stored.
     *
     * @param sha256 of the bytes that were sent
     */
    record Prepared(
            Clean photo,
            String sha256,
            Position position,
            String positionSource,
            LocalDateTime takenAt) {}

    Prepared handle(OfMeeting meeting, InputStream body, Given given) {
        byte[] received = received(body);
        PhotoMetadata metadata = PhotoMetadata.of(received);
        Clean clean = PhotoImage.of(received, metadata.orientation());
        return new Prepared(
                clean,
                Sha256.of(received),
                requirePosition(metadata, given),
                metadata.position().isPresent() ? "EXIF" : "GIVEN",
                requireTime(metadata, given, meeting));
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
}
