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

/** The families that a chunk is about, and which family holds each NIK in it. */
final class ChunkFamilies {

    private final Map<String, Family> byCard = new HashMap<>();
    private final Map<String, UUID> familyByNik;

    private ChunkFamilies(List<Family> locked, Map<String, UUID> familyByNik) {
        locked.forEach(family -> byCard.put(family.card().token(), family));
        this.familyByNik = new HashMap<>(familyByNik);
    }

    /** Locks the families of these cards, and finds who holds these NIKs. */
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

    /** The family as the row left it, with the person whom the row is about. */
    void put(Family family, Member person) {
        byCard.put(family.card().token(), family);
        familyByNik.put(person.nik().token(), family.id());
    }

    Collection<Family> all() {
        return byCard.values();
    }
}
