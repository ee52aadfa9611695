package id.pkh.benchmarks.states;

import id.pkh.contracts.registry.FamilyMember;
import id.pkh.contracts.registry.KpmState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Generated states of families, always the same for the same seed. */
public final class FamilyStates {

    private static final long SEED = 20260101L;
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> COMPONENTS = List.of("SD", "SMP", "SMA", "ELDERLY");

    /** A state of a family and its version. */
    public record Versioned(KpmState state, long version) {}

    private final Random random = new Random(SEED);
    private final List<UUID> families;
    private final long[] versions;
    private final boolean withMembers;

    public FamilyStates(int families, boolean withMembers) {
        this.families = new ArrayList<>(families);
        for (int i = 0; i < families; i++) {
            this.families.add(uuid());
        }
        this.versions = new long[families];
        this.withMembers = withMembers;
    }

    /** The next state of a family; first of each family in turn, then of random families. */
    public Versioned next(int number) {
        int family = number < versions.length ? number : random.nextInt(versions.length);
        long version = ++versions[family];
        Instant recordedAt = LONG_AGO.plusMillis(number);
        String village = "17.71.%02d.%04d".formatted(family % 9 + 1, 1001 + family % 7);
        return new Versioned(
                new KpmState(
                        families.get(family),
                        version % 5 == 0 ? "SUSPENDED" : "ACTIVE",
                        village,
                        village + "-%02d".formatted(family % 20 + 1),
                        uuid(),
                        token(),
                        "BRI",
                        true,
                        withMembers ? members(1 + family % 2) : List.of(),
                        LocalDate.of(2026, 1, 1 + number % 28),
                        recordedAt),
                version);
    }

    private List<FamilyMember> members(int count) {
        List<FamilyMember> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            members.add(
                    new FamilyMember(
                            uuid(),
                            token(),
                            COMPONENTS.get(random.nextInt(COMPONENTS.size())),
                            YearMonth.of(2010 + random.nextInt(10), 1 + random.nextInt(12)),
                            "1070" + (1000 + random.nextInt(9000)),
                            LocalDate.of(2025, 7, 14),
                            null,
                            token()));
        }
        return members;
    }

    private UUID uuid() {
        return new UUID(
                random.nextLong() & ~0xF000L | 0x7000L,
                random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }

    private String token() {
        return "%016x%016x%016x%016x"
                .formatted(
                        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }
}
