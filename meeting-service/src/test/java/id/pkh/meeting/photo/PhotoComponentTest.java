package id.pkh.meeting.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Village;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.files.Images;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos are stored as pixels only, seen by few, and nothing else is taken for one. */
@QuarkusTest
@OnLocalStack("meeting")
class PhotoComponentTest extends GroupMeetingComponentTest {

    private static final Map<String, String> GIVEN =
            Map.of(
                    "latitude", "-3.788892",
                    "longitude", "102.266579",
                    "taken_at", "2026-06-09T10:00:00");

    @Inject DataSource database;
    @Inject PhotoStore store;
    @Inject PhotoUpkeep upkeep;
    @Inject PhotoGauge gauge;

    private String meeting;

    @BeforeEach
    void aMeeting() {
        aGroupOf(1);
        meeting = held("2026-06-09");
    }

    @Test
    void aPhotoIsStoredOnceAndEachLookIsLogged() throws Exception {
        byte[] photo = Images.jpeg(8, 4);
        String id = send(photo, GIVEN).statusCode(201).extract().path("photo_id");
        send(photo, GIVEN).statusCode(200).body("photo_id", equalTo(id));
        Api.facilitator(village)
                .get("/meetings/" + meeting + "/photos")
                .body("content_type", contains("image/jpeg"))
                .body("[0].latitude", equalTo(null));
        byte[] seen =
                Api.coordinator(village)
                        .request()
                        .get("/api/v1/meetings/" + meeting + "/photos/" + id)
                        .then()
                        .statusCode(200)
                        .contentType("image/jpeg")
                        .extract()
                        .asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(seen)).getWidth()).isEqualTo(8);
        assertThat(
                        new Rows(database)
                                .texts(
                                        "SELECT reader || ' ' || area_code FROM read_log WHERE subject_id = ?",
                                        id))
                .containsExactly("coordinator-1 " + village.code());
        Caller.officer().get("/meetings/" + meeting + "/photos").statusCode(403);
        Api.facilitator(Village.another())
                .get("/meetings/" + meeting + "/photos/" + id)
                .statusCode(404);
        assertThat(published.about(groupId, "meeting-held").toString()).doesNotContain(id);
    }

    @Test
    void whatTheCameraWroteCountsAndIsNotStored() throws Exception {
        byte[] photo = withExif(Images.jpeg(8, 4), "2026:06:09 08:30:00", 6);
        String id =
                send(photo, Map.of("taken_at", "2025-06-09T10:00:00"))
                        .statusCode(201)
                        .body("taken_at", equalTo("2026-06-09T08:30:00"))
                        .extract()
                        .path("photo_id");
        Rows rows = new Rows(database);
        assertThat(
                        rows.text(
                                "SELECT position_source || ' ' || latitude_e6 || ' ' || longitude_e6"
                                        + " FROM meeting_photo WHERE id = ?::uuid",
                                id))
                .isEqualTo("EXIF -3750000 102250000");
        byte[] stored =
                store.get(rows.text("SELECT object_key FROM meeting_photo WHERE id = ?::uuid", id))
                        .orElseThrow();
        assertThat(
                        ImageMetadataReader.readMetadata(new ByteArrayInputStream(stored))
                                .getDirectoriesOfType(ExifDirectoryBase.class))
                .isEmpty();
        assertThat(ImageIO.read(new ByteArrayInputStream(stored)).getHeight())
                .as("turned upright")
                .isEqualTo(8);
    }

    @Test
    void whatIsNoPhotoIsRefused() {
        for (List<String> row : RuleTable.rows("photos.md", "what is sent", "refused with")) {
            Map<String, String> given = new HashMap<>(GIVEN);
            byte[] sent =
                    switch (row.get(0)) {
                        case "a text" -> "hadir".getBytes(StandardCharsets.UTF_8);
                        case "a PDF" -> "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8);
                        case "half a JPEG header" -> Arrays.copyOf(Images.jpeg(8, 8), 10);
                        case "nothing" -> new byte[0];
                        case "500 KB and a byte" ->
                                Arrays.copyOf(Images.jpeg(8, 8), 500 * 1024 + 1);
                        case "a picture of 60000 by 60000" -> ofSize(Images.png(2, 2), 60_000);
                        case "no position" -> {
                            given.remove("latitude");
                            yield Images.png(2, 2);
                        }
                        case "no time" -> {
                            given.remove("taken_at");
                            yield Images.png(2, 2);
                        }
                        default -> throw new AssertionError(row);
                    };
            ValidatableResponse answer = send(sent, given);
            assertThat(answer.extract().<String>path("code")).as(row.get(0)).isEqualTo(row.get(1));
        }
        refused(Map.of("taken_at", "2025-06-09T10:00:00"), "PHOTO_OF_OTHER_DAY");
        refused(Map.of("latitude", "52.37"), "PHOTO_OUTSIDE_COUNTRY");
        assertThat(
                        new Rows(database)
                                .text(
                                        "SELECT count(*)::text FROM meeting_photo WHERE meeting_id = ?::uuid",
                                        meeting))
                .isEqualTo("0");
    }

    @Test
    void aLargePhotoIsStoredSmaller() throws Exception {
        BufferedImage plain = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(plain, "png", png);
        String id = send(png.toByteArray(), GIVEN).statusCode(201).extract().path("photo_id");
        String key =
                new Rows(database)
                        .text("SELECT object_key FROM meeting_photo WHERE id = ?::uuid", id);
        BufferedImage stored = ImageIO.read(new ByteArrayInputStream(store.get(key).orElseThrow()));
        assertThat(stored.getWidth() * stored.getHeight()).isEqualTo(2000 * 1500);
    }

    @Test
    void whatIsBehindOrInsideAPictureIsNotStored() {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Images.png(4, 4));
        both.writeBytes("<script>alert(1)</script>PK".getBytes(StandardCharsets.UTF_8));
        String id = send(both.toByteArray(), GIVEN).statusCode(201).extract().path("photo_id");
        String stored =
                new String(
                        store.get(
                                        new Rows(database)
                                                .text(
                                                        "SELECT object_key FROM meeting_photo WHERE id = ?::uuid",
                                                        id))
                                .orElseThrow(),
                        StandardCharsets.ISO_8859_1);
        assertThat(stored).doesNotContain("script").startsWith("\u0089PNG");
    }

    @Test
    void aPhotoIsTakenAwayWithAReasonAndItsBytesFollow() {
        String id = send(Images.png(4, 4), GIVEN).statusCode(201).extract().path("photo_id");
        Rows rows = new Rows(database);
        String key = rows.text("SELECT object_key FROM meeting_photo WHERE id = ?::uuid", id);
        for (int i = 0; i < 2; i++) {
            Api.facilitator(village)
                    .post(
                            "/meetings/" + meeting + "/photos/" + id + "/supersession",
                            Map.of("reason", "another group"))
                    .statusCode(200)
                    .body("reason", equalTo("another group"));
        }
        Api.facilitator(village).get("/meetings/" + meeting + "/photos/" + id).statusCode(404);
        upkeep.handle(clock.instant());
        assertThat(store.has(key)).isFalse();
        assertThat(
                        rows.text(
                                "SELECT count(*)::text FROM meeting_photo WHERE id = ?::uuid AND removed_at IS NOT NULL",
                                id))
                .isEqualTo("1");
    }

    @Test
    void aCrashLeavesNoObjectAndAMissingObjectIsCounted() {
        String orphan = LocalDate.parse("2026-06-10") + "/orphan";
        store.put(orphan, new byte[] {1});
        upkeep.handle(Instant.now());
        assertThat(store.has(orphan)).as("may still be under way").isTrue();
        upkeep.handle(Instant.now().plus(Duration.ofHours(2)));
        assertThat(store.has(orphan)).isFalse();

        long before = gauge.countMissing();
        String id = send(Images.png(4, 4), GIVEN).statusCode(201).extract().path("photo_id");
        upkeep.handle(Instant.now().plus(Duration.ofHours(2)));
        assertThat(gauge.countMissing()).isEqualTo(before);
        store.delete(
                new Rows(database)
                        .text("SELECT object_key FROM meeting_photo WHERE id = ?::uuid", id));
        assertThat(gauge.countMissing()).isEqualTo(before + 1);
    }

    @Test
    void aMeetingHasTenPhotosAtMost() {
        for (int i = 0; i < 10; i++) {
            send(Images.png(3, 3), GIVEN).statusCode(201);
        }
        send(Images.png(3, 3), GIVEN).statusCode(409).body("code", equalTo("PHOTOS_TOO_MANY"));
    }

    @Test
    void supervisorsAreShownAPhotoThatIsUsedTwiceOrFarAway() {
        byte[] photo = Images.png(5, 5);
        send(photo, GIVEN).statusCode(201);
        signals().body("items", hasSize(0));
        for (int day = 1; day <= 2; day++) {
            sendTo(held("2026-06-0" + day), Images.png(5, 5), at("2026-06-0" + day, "-3.788892"));
        }
        sendTo(held("2026-06-03"), photo, at("2026-06-03", "-3.788892"));
        signals().body("items.signals", contains(List.of("PHOTO_TWICE"), List.of("PHOTO_TWICE")));
        sendTo(held("2026-06-04"), Images.png(5, 5), at("2026-06-04", "-3.888892"));
        signals()
                .body(
                        "items.findAll { it.held_on == '2026-06-04' }.signals",
                        contains(List.of("PHOTO_FAR")));
    }

    private ValidatableResponse signals() {
        return Caller.named("c-1", Roles.COORDINATOR, village.district())
                .get("/recording-signals?month=2026-06")
                .statusCode(200);
    }

    private static Map<String, String> at(String day, String latitude) {
        return Map.of(
                "latitude", latitude, "longitude", "102.266579", "taken_at", day + "T10:00:00");
    }

    private String held(String day) {
        return Caller.named("f-" + village.code(), Roles.FACILITATOR, village.code())
                .post(
                        "/meetings",
                        Map.of(
                                "group_code",
                                group,
                                "kind",
                                "GROUP_MEETING",
                                "held_on",
                                day,
                                "attendance",
                                List.of()))
                .statusCode(201)
                .extract()
                .path("meeting_id");
    }

    private void refused(Map<String, String> other, String code) {
        Map<String, String> given = new HashMap<>(GIVEN);
        given.putAll(other);
        send(Images.png(2, 2), given).statusCode(422).body("code", equalTo(code));
    }

    private ValidatableResponse send(byte[] photo, Map<String, String> given) {
        return sendTo(meeting, photo, given);
    }

    private ValidatableResponse sendTo(String to, byte[] photo, Map<String, String> given) {
        return Api.facilitator(village)
                .request()
                .queryParams(given)
                .contentType("image/jpeg")
                .body(photo)
                .post("/api/v1/meetings/" + to + "/photos")
                .then();
    }

    /** A PNG whose header speaks of another size. */
    private static byte[] ofSize(byte[] png, int pixels) {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        bytes.putInt(16, pixels).putInt(20, pixels);
        CRC32 check = new CRC32();
        check.update(png, 12, 17);
        bytes.putInt(29, (int) check.getValue());
        return png;
    }

    /** A JPEG with an EXIF segment: orientation, time, and 3°45'S 102°15'E. */
    private static byte[] withExif(byte[] jpeg, String time, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(300);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 3);
        entry(exif, 0x0112, 3, 1, orientation << 16);
        entry(exif, 0x8769, 4, 1, 50);
        entry(exif, 0x8825, 4, 1, 90);
        exif.putInt(0);
        exif.position(6 + 50).putShort((short) 1);
        entry(exif, 0x9003, 2, 20, 68);
        exif.putInt(0);
        exif.position(6 + 68).put((time + "\0").getBytes(StandardCharsets.ISO_8859_1));
        exif.position(6 + 90).putShort((short) 4);
        entry(exif, 1, 2, 2, 'S' << 24);
        entry(exif, 2, 5, 3, 150);
        entry(exif, 3, 2, 2, 'E' << 24);
        entry(exif, 4, 5, 3, 180);
        exif.putInt(0);
        exif.position(6 + 150).putInt(3).putInt(1).putInt(45).putInt(1).putInt(0).putInt(1);
        exif.position(6 + 180).putInt(102).putInt(1).putInt(15).putInt(1).putInt(0).putInt(1);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(jpeg, 0, 2);
        photo.writeBytes(
                ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) 302).array());
        photo.writeBytes(exif.array());
        photo.write(jpeg, 2, jpeg.length - 2);
        return photo.toByteArray();
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
