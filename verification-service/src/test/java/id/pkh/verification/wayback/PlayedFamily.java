package id.pkh.verification.wayback;

import id.pkh.platform.messaging.trace.Causation;
import id.pkh.verification.attendance.MeetingRecord;
import id.pkh.verification.attendance.MeetingRecord.MeetingKey;
import id.pkh.verification.attendance.domain.MeetingKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A family that a seed plays with the service, and the model that says what has to come out. */
final class PlayedFamily {

    final long seed;
    final UUID kpm;
    final String village;
    final PageModel model;
    final Schedule schedule;
    final List<Act> acts = new ArrayList<>();

    /** Of steps and proposals, by the names that the model gives them. */
    final Map<String, UUID> subjects = new HashMap<>();

    /** Draft and hash, by the name of the subject. */
    final Map<String, String[]> drafts = new HashMap<>();

    final Map<String, UUID> decisions = new HashMap<>();
    final Map<String, UUID> appealsOnSteps = new HashMap<>();
    final Map<String, UUID> appealsOnDecisions = new HashMap<>();

    private final List<UUID> groups = List.of(UUID.randomUUID(), UUID.randomUUID());

    PlayedFamily(long seed, UUID kpm, String village, PageModel model) {
        Random random = new Random(seed);
        this.seed = seed;
        this.kpm = kpm;
        this.village = village;
        this.model = model;
        this.schedule = new Schedule(random, model, Schedule.facts(random, false));
    }

    /** The list of a group, with this family on it. */
    MeetingRecord list(Act fact) {
        String[] place = fact.subject().split("/");
        String mark = fact.word(1);
        boolean isHeld = !mark.equals("NOT_HELD");
        return new MeetingRecord(
                UUID.randomUUID(),
                new MeetingKey(
                        groups.get(Integer.parseInt(place[1])),
                        YearMonth.of(2026, 1 + Integer.parseInt(place[2])),
                        place[0].equals("P2K2") ? MeetingKind.P2K2 : MeetingKind.GROUP_MEETING,
                        isHeld ? meeting(fact) : MeetingKey.NO_MEETING),
                Long.parseLong(fact.word(0)),
                village,
                isHeld,
                false,
                null,
                isHeld ? null : "REASON",
                isHeld ? null : fact.word(2),
                Map.of(kpm, mark),
                model.today(),
                Instant.parse("2026-01-16T03:00:00Z"),
                Causation.root());
    }

    /** The group meets once in a month. */
    private static UUID meeting(Act fact) {
        return UUID.nameUUIDFromBytes(fact.subject().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + acts;
    }
}
