package id.pkh.meeting.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.photo.PhotoStore.Stored;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.ObjectStore;
import id.pkh.meeting.support.PlanExamples;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Photos in an object store are stored, counted and tidied up as in a folder. */
@QuarkusTest
@OnLocalStack("meeting")
@WithTestResource(ObjectStore.class)
class S3PhotoComponentTest extends GroupMeetingComponentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-10");

    private static int meetings;

    @Inject DataSource database;
    @Inject PhotoStore store;
    @Inject PhotoUpkeep upkeep;
    @Inject PhotoGauge gauge;
    @Inject MeetingConfig config;

    @Test
    void anObjectIsWrittenReadListedAndDeleted() {
        String key = DAY + "/one";
        assertThat(store.has(key)).isFalse();
        assertThat(store.get(key)).isEmpty();
        store.put(key, new byte[] {1, 2, 3});
        assertThat(store.has(key)).isTrue();
        assertThat(store.get(key)).contains(new byte[] {1, 2, 3});
        assertThat(store.ofDay(DAY)).extracting(Stored::key).contains(key);
        assertThat(store.ofDay(DAY.plusDays(1))).isEmpty();
        store.delete(key);
        store.delete(key);
        assertThat(store.has(key)).isFalse();
    }

    @Test
    void aDayWithMoreObjectsThanAPageIsListed() {
        LocalDate day = DAY.minusDays(20);
        for (int i = 0; i < 1_010; i++) {
            store.put(day + "/" + i, new byte[] {1});
        }
        assertThat(store.ofDay(day)).hasSize(1_010);
    }

    @Test
    void aPhotoIsStoredShownAndTakenAway() throws Exception {
        String meeting = heldInDecember();
        String photo = PlanExamples.photo(village, meeting);
        byte[] seen =
                Api.facilitator(village)
                        .request()
                        .get("/api/v1/meetings/" + meeting + "/photos/" + photo)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(seen)).getWidth()).isEqualTo(4);
        String key = keyOf(photo);
        Api.facilitator(village)
                .post(
                        "/meetings/" + meeting + "/photos/" + photo + "/supersession",
                        Map.of("reason", "another group"))
                .statusCode(200);
        upkeep.handle(clock.instant());
        assertThat(store.has(key)).isFalse();
    }

    @Test
    void aCrashLeavesNoObjectAndAMissingObjectIsCounted() {
        String orphan = DAY + "/orphan";
        store.put(orphan, new byte[] {1});
        upkeep.handle(Instant.now());
        assertThat(store.has(orphan)).as("may still be under way").isTrue();
        upkeep.handle(Instant.now().plus(Duration.ofHours(2)));
        assertThat(store.has(orphan)).isFalse();

        String meeting = heldInDecember();
        long before = gauge.countMissing();
        String photo = PlanExamples.photo(village, meeting);
        assertThat(gauge.countMissing()).isEqualTo(before);
        store.delete(keyOf(photo));
        assertThat(gauge.countMissing()).isEqualTo(before + 1);
    }

    @Test
    void aStoreThatRefusesIsAFailureAndNoMissingPhoto() {
        String secret = config.photo().s3().secretKey().orElseThrow();
        try (S3PhotoStore noBucket =
                new S3PhotoStore(settings(Optional.of("no-such-bucket"), Optional.of(secret)))) {
            assertThatThrownBy(() -> noBucket.put("a", new byte[] {1}))
                    .isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> noBucket.get("a")).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> noBucket.ofDay(DAY)).isInstanceOf(UncheckedIOException.class);
        }
        try (S3PhotoStore otherKey =
                new S3PhotoStore(settings(Optional.of(ObjectStore.BUCKET), Optional.of("wrong")))) {
            assertThatThrownBy(() -> otherKey.put("a", new byte[] {1}))
                    .isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> otherKey.has("a")).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void settingsThatDoNotFitStopTheStart() {
        assertThatThrownBy(
                        () ->
                                PhotoStores.of(
                                        photos(
                                                Optional.empty(),
                                                settings(Optional.empty(), Optional.empty()))))
                .hasMessageContaining(
                        "pkh.meeting.photo.s3.bucket, pkh.meeting.photo.s3.secret.key");
        assertThatThrownBy(
                        () ->
                                PhotoStores.of(
                                        photos(
                                                Optional.of(Path.of("target")),
                                                settings(Optional.of("b"), Optional.of("s")))))
                .hasMessageContaining("either in a folder or in a bucket");
    }

    private String keyOf(String photo) {
        return new Rows(database)
                .text("SELECT object_key FROM meeting_photo WHERE id = ?::uuid", photo);
    }

    /**
     * In a village of its own: other settings restart the service, and its villages are counted
     * anew.
     */
    private String heldInDecember() {
        village = village.neighbour(500 + ++meetings);
        group = village.group(1);
        aGroupOf(1);
        return Api.facilitator(village)
                .post(
                        "/meetings",
                        Map.of(
                                "group_code",
                                group,
                                "kind",
                                "GROUP_MEETING",
                                "held_on",
                                "2025-12-15",
                                "attendance",
                                List.of()))
                .statusCode(201)
                .extract()
                .path("meeting_id");
    }

    private MeetingConfig.S3 settings(Optional<String> bucket, Optional<String> secret) {
        MeetingConfig.S3 own = config.photo().s3();
        return new MeetingConfig.S3() {
            @Override
            public Optional<URI> endpoint() {
                return own.endpoint();
            }

            @Override
            public String region() {
                return own.region();
            }

            @Override
            public Optional<String> bucket() {
                return bucket;
            }

            @Override
            public Optional<String> accessKey() {
                return own.accessKey();
            }

            @Override
            public Optional<String> secretKey() {
                return secret;
            }

            @Override
            public Duration timeout() {
                return own.timeout();
            }
        };
    }

    private MeetingConfig.Photo photos(Optional<Path> folder, MeetingConfig.S3 s3) {
        MeetingConfig.Photo own = config.photo();
        return new MeetingConfig.Photo() {
            @Override
            public Optional<Path> folder() {
                return folder;
            }

            @Override
            public MeetingConfig.S3 s3() {
                return s3;
            }

            @Override
            public MemorySize maxSize() {
                return own.maxSize();
            }
        };
    }
}
