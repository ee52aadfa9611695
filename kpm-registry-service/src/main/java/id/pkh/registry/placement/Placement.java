package id.pkh.registry.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Families were placed in a group by the people of the field.
 *
 * @param on first day in the group
 * @param decidedAt when it was decided; the latest decision about a family counts
 */
record Placement(
        UUID placementId,
        String villageCode,
        String groupCode,
        List<UUID> kpmIds,
        LocalDate on,
        Instant decidedAt) {}
