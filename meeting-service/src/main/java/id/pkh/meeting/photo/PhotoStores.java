package id.pkh.meeting.photo;

import id.pkh.meeting.MeetingConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.List;

/** The one place where photos are, by the settings. */
@ApplicationScoped
class PhotoStores {

    private static final String SETTINGS = "pkh.meeting.photo.";

    @Produces
    @ApplicationScoped
    PhotoStore store(MeetingConfig config) {
        return of(config.photo());
    }

    /** Settings that do not fit stop the start, and not the first photo. */
    void atStart(@Observes StartupEvent started, PhotoStore store) {
        store.isThere();
    }

    void close(@Disposes PhotoStore store) {
        if (store instanceof S3PhotoStore bucket) {
            bucket.close();
        }
    }

    static PhotoStore of(MeetingConfig.Photo photo) {
        MeetingConfig.S3 s3 = photo.s3();
        if (s3.endpoint().isEmpty()) {
            return new FolderPhotoStore(photo.folder());
        }
        if (photo.folder().isPresent()) {
            throw new IllegalStateException(
                    "photos are either in a folder or in a bucket: remove %sfolder or %ss3.endpoint"
                            .formatted(SETTINGS, SETTINGS));
        }
        List<String> missing = new ArrayList<>();
        if (s3.bucket().isEmpty()) {
            missing.add(SETTINGS + "s3.bucket");
        }
        if (s3.accessKey().isEmpty()) {
            missing.add(SETTINGS + "s3.access.key");
        }
        if (s3.secretKey().isEmpty()) {
            missing.add(SETTINGS + "s3.secret.key");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "photos in an object store need " + String.join(", ", missing));
        }
        return new S3PhotoStore(s3);
    }
}
