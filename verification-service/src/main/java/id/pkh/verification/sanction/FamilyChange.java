package id.pkh.verification.sanction;

import id.pkh.contracts.Event;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What changed for one family, in the order in which it is published.
 *
 * @param following what follows from the withdrawal of a step, such as a lifted decision, by step
 */
record FamilyChange(
        UUID kpmId,
        String villageCode,
        List<IssuedStep> withdrawn,
        Map<UUID, List<Event>> following,
        List<IssuedStep> issued) {}
