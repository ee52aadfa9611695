package id.pkh.verification.sanction;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What changed for one family, in the order in which it is published.
 *
 * @param lifted suspensions that ended with a withdrawn step: decision by step
 */
record FamilyChange(
        UUID kpmId,
        String villageCode,
        List<IssuedStep> withdrawn,
        Map<UUID, UUID> lifted,
        List<IssuedStep> issued) {}
