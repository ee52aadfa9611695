package id.pkh.meeting.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import id.pkh.meeting.photo.domain.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a camera wrote into a photo.
 *
 * @param takenAt by the clock of the camera, in no zone
 * @param orientation how the camera was held, 1 for upright
 */
record PhotoMetadata(
        Optional<Position> position, Optional<LocalDateTime> takenAt, int orientation) {

    private static final PhotoMetadata NONE =
            new PhotoMetadata(Optional.empty(), Optional.empty(), 1);

    private static final DateTimeFormatter EXIF =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

    /** What cannot be read is as good as not there. */
    static PhotoMetadata of(byte[] bytes) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
            return new PhotoMetadata(position(metadata), takenAt(metadata), orientation(metadata));
        } catch (ImageProcessingException | IOException | MetadataException unreadable) {
            return NONE;
        }
    }

    private static Optional<Position> position(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        return place == null || place.isZero()
                ? Optional.empty()
                : Position.of(
                        BigDecimal.valueOf(place.getLatitude()).setScale(9, RoundingMode.HALF_UP),
                        BigDecimal.valueOf(place.getLongitude()).setScale(9, RoundingMode.HALF_UP));
    }

    private static Optional<LocalDateTime> takenAt(Metadata metadata) {
        ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        String written =
                exif == null ? null : exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
        try {
            return written == null
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(written.strip(), EXIF));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static int orientation(Metadata metadata) throws MetadataException {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                : 1;
    }
}
