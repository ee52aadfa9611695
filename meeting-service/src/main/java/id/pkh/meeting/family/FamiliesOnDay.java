package id.pkh.meeting.family;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The families of a group on one day.
 *
 * @param kpmIds in ascending order
 * @param byCaretaker families by the token of a caretaker's NIK, including former caretakers: a
 *     late sheet still names the caretaker of its day
 */
public record FamiliesOnDay(List<UUID> kpmIds, Map<String, UUID> byCaretaker) {

    public Optional<UUID> ofCaretaker(String nikToken) {
        return Optional.ofNullable(byCaretaker.get(nikToken));
    }

    public boolean holds(UUID kpmId) {
        return kpmIds.contains(kpmId);
    }
}
