package id.pkh.registry.imports;

import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The families of a chunk, and the family to which each NIK in the chunk belongs. */
final class ChunkFamilies {

    private final Map<String, Family> byCard = new HashMap<>();
    private final Map<String, UUID> familyByNik;

    private ChunkFamilies(List<Family> locked, Map<String, UUID> familyByNik) {
        locked.forEach(family -> byCard.put(family.card().token(), family));
        this.familyByNik = new HashMap<>(familyByNik);
    }

    /** Locks the families with these cards, and finds the families of these NIKs. */
    static ChunkFamilies lock(
            Families families, Collection<String> cardTokens, Collection<String> nikTokens) {
        return new ChunkFamilies(families.lockByCard(cardTokens), families.holdersOf(nikTokens));
    }

    Optional<Family> byCard(String cardToken) {
        return Optional.ofNullable(byCard.get(cardToken));
    }

    /** Whether the NIK belongs to a person of another family than this one. */
    boolean isTakenElsewhere(String nikToken, UUID familyId) {
        UUID holder = familyByNik.get(nikToken);
        return holder != null && !holder.equals(familyId);
    }

    /** Replaces the family by its state after the row, and records the NIK of the row's person. */
    void put(Family family, Member person) {
        byCard.put(family.card().token(), family);
        familyByNik.put(person.nik().token(), family.id());
    }

    Collection<Family> all() {
        return byCard.values();
    }
}
