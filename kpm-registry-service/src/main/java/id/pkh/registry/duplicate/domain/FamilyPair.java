package id.pkh.registry.duplicate.domain;

import java.util.Comparator;
import java.util.UUID;

/** Two families, in one order, so that each pair exists once. */
public record FamilyPair(UUID first, UUID second) {

    /** In the order of the database, which compares ids byte by byte. */
    public static final Comparator<UUID> ID_ORDER = Comparator.comparing(UUID::toString);

    public static final Comparator<FamilyPair> ORDER =
            Comparator.comparing(FamilyPair::first, ID_ORDER)
                    .thenComparing(FamilyPair::second, ID_ORDER);

    public static FamilyPair of(UUID one, UUID other) {
        return ID_ORDER.compare(one, other) < 0
                ? new FamilyPair(one, other)
                : new FamilyPair(other, one);
    }
}
