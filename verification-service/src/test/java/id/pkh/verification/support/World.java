package id.pkh.verification.support;

import static org.awaitility.Awaitility.await;

import id.pkh.contracts.Event;
import id.pkh.contracts.meeting.Attendance;
import id.pkh.contracts.meeting.AttendanceCorrected;
import id.pkh.contracts.meeting.MeetingHeld;
import id.pkh.contracts.meeting.MeetingNotHeld;
import id.pkh.contracts.meeting.P2k2SessionHeld;
import id.pkh.contracts.registry.FamilyMember;
import id.pkh.contracts.registry.KpmState;
import id.pkh.platform.security.NikTokens;
import id.pkh.platform.security.Nisn;
import id.pkh.testsupport.events.EventArrivals;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rows.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens outside this service: families, groups and their meetings, told as events. */
@ApplicationScoped
public class World {

    private static final AtomicInteger AREAS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventStreams streams;
    private final NikTokens tokens;
    private final Rows rows;
    private final EventArrivals arrivals;

    World(EventStreams streams, NikTokens tokens, Rows rows, EventArrivals arrivals) {
        this.streams = streams;
        this.tokens = tokens;
        this.rows = rows;
        this.arrivals = arrivals;
    }

    /** The code of a sub-district in which no other test has a family. */
    public static String newSubDistrict() {
        int n = AREAS.getAndIncrement();
        return "%02d.%02d.%02d".formatted(20 + n / 9801 % 70, 1 + n / 99 % 99, 1 + n % 99);
    }

    public static String newSchool() {
        return "%08d".formatted(20_000_000 + AREAS.getAndIncrement());
    }

    public Family family(String villageCode) {
        return new Family(villageCode);
    }

    /** Tells of families and waits until they are known as they are now. */
    public void register(Family... families) {
        for (Family family : families) {
            family.version++;
            streams.publish(state(family), family.version);
        }
        for (Family family : families) {
            await().atMost(PATIENCE)
                    .until(
                            () ->
                                    rows.number(
                                                    "SELECT count(*) FROM kpm WHERE kpm_id = ? AND version >= ?",
                                                    family.kpmId,
                                                    family.version)
                                            == 1);
        }
    }

    public KpmState state(Family family) {
        return new KpmState(
                family.kpmId,
                family.status,
                family.villageCode,
                family.villageCode + "-01",
                UUID.randomUUID(),
                "0".repeat(64),
                "BRI",
                true,
                family.people.stream()
                        .map(
                                p ->
                                        new FamilyMember(
                                                p.memberId(),
                                                tokens.tokenOf(p.nik()),
                                                p.component(),
                                                p.birthMonth(),
                                                p.schoolId(),
                                                p.since(),
                                                p.until(),
                                                p.nisn() == null
                                                        ? null
                                                        : Nisn.tokenOf(p.nisn(), tokens)))
                        .toList(),
                LocalDate.of(2026, 1, 15),
                Instant.parse("2026-01-16T03:00:00Z"));
    }

    /** Sends an event and waits until this service has dealt with it. */
    public UUID tell(Event event, long sequence) {
        UUID eventId = streams.publish(event, sequence);
        awaitDealtWith(eventId);
        return eventId;
    }

    public void awaitDealtWith(UUID eventId) {
        arrivals.awaitApplied(eventId);
    }

    /** Rows of the inbox are there; this waits until the outbox has been sent as well. */
    public List<PublishedEvent> sanctions(Object kpmId, int atLeast) {
        return published("pkh.verification.sanction.v1", kpmId, atLeast);
    }

    public List<PublishedEvent> assessments(Object kpmId, int atLeast) {
        return published("pkh.verification.compliance.v1", kpmId, atLeast);
    }

    private List<PublishedEvent> published(String topic, Object key, int atLeast) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                rows.number(
                                                "SELECT count(*) FROM outbox WHERE topic = ? AND event_key = ?",
                                                topic,
                                                key.toString())
                                        >= atLeast);
        return await().atMost(PATIENCE)
                .until(
                        () -> streams.published(topic, key),
                        found ->
                                found.size()
                                        >= rows.number(
                                                "SELECT count(*) FROM outbox WHERE topic = ? AND event_key = ?",
                                                topic,
                                                key.toString()));
    }

    /** Steps that stand, as {@code period cause step}. */
    public List<String> standing(UUID kpmId) {
        return rows.texts(
                "SELECT period || ' ' || cause || ' ' || step FROM sanction_step"
                        + " WHERE kpm_id = ? AND withdrawn_at IS NULL ORDER BY cause, period",
                kpmId);
    }

    public UUID standingStep(UUID kpmId, String period, String cause) {
        return UUID.fromString(
                rows.texts(
                                "SELECT step_id FROM sanction_step"
                                        + " WHERE kpm_id = ? AND period = ? AND cause = ? AND withdrawn_at IS NULL",
                                kpmId,
                                period,
                                cause)
                        .get(0));
    }

    /** The first meeting of a group in a month. */
    public static UUID meetingId(UUID groupId, String month, String kind) {
        return UUID.nameUUIDFromBytes((groupId + month + kind).getBytes(StandardCharsets.UTF_8));
    }

    public static MeetingHeld held(UUID groupId, String month, Map<UUID, String> marks) {
        LocalDate day = YearMonth.parse(month).atDay(15);
        return new MeetingHeld(
                meetingId(groupId, month, "GROUP_MEETING"),
                groupId,
                "G-01",
                "11.01.01.2001",
                YearMonth.parse(month),
                day,
                UUID.randomUUID(),
                attendance(marks),
                day,
                Instant.parse("2026-01-16T03:00:00Z"));
    }

    public static P2k2SessionHeld session(UUID groupId, String month, Map<UUID, String> marks) {
        LocalDate day = YearMonth.parse(month).atDay(20);
        return new P2k2SessionHeld(
                meetingId(groupId, month, "P2K2"),
                groupId,
                "G-01",
                "11.01.01.2001",
                YearMonth.parse(month),
                day,
                UUID.randomUUID(),
                attendance(marks),
                day,
                Instant.parse("2026-01-16T03:00:00Z"));
    }

    /** Another session of a group in a month, on its last day. */
    public static P2k2SessionHeld second(UUID groupId, String month, Map<UUID, String> marks) {
        return session(
                UUID.randomUUID(), groupId, YearMonth.parse(month).atEndOfMonth(), marks, null);
    }

    /** A session on that day that makes up for the first one of a month. */
    public static P2k2SessionHeld makingUp(
            UUID groupId, String missedMonth, String day, Map<UUID, String> marks) {
        return session(
                UUID.randomUUID(),
                groupId,
                LocalDate.parse(day),
                marks,
                YearMonth.parse(missedMonth));
    }

    private static P2k2SessionHeld session(
            UUID meetingId,
            UUID groupId,
            LocalDate day,
            Map<UUID, String> marks,
            YearMonth makesUpMonth) {
        return new P2k2SessionHeld(
                meetingId,
                groupId,
                "G-01",
                "11.01.01.2001",
                YearMonth.from(day),
                day,
                UUID.randomUUID(),
                attendance(marks),
                makesUpMonth == null ? null : meetingId(groupId, makesUpMonth.toString(), "P2K2"),
                makesUpMonth,
                day,
                Instant.parse("2026-01-16T03:00:00Z"));
    }

    public static AttendanceCorrected corrected(
            UUID groupId, String month, String kind, Map<UUID, String> marks) {
        LocalDate day = YearMonth.parse(month).atDay(15);
        return new AttendanceCorrected(
                meetingId(groupId, month, kind),
                groupId,
                "G-01",
                "11.01.01.2001",
                YearMonth.parse(month),
                day,
                UUID.randomUUID(),
                kind,
                List.of(),
                attendance(marks),
                day,
                Instant.parse("2026-02-16T03:00:00Z"));
    }

    public static MeetingNotHeld notHeld(
            UUID groupId, String month, String reason, String attribution, UUID... kpmIds) {
        return new MeetingNotHeld(
                groupId,
                "G-01",
                "11.01.01.2001",
                YearMonth.parse(month),
                UUID.randomUUID(),
                reason,
                attribution,
                Arrays.asList(kpmIds),
                YearMonth.parse(month).atEndOfMonth(),
                Instant.parse("2026-02-01T03:00:00Z"));
    }

    private static List<Attendance> attendance(Map<UUID, String> marks) {
        return marks.entrySet().stream()
                .map(m -> new Attendance(m.getKey(), m.getValue()))
                .toList();
    }
}
