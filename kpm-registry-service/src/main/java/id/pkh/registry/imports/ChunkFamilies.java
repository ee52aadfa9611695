package id.pkh.registry.imports;

import id.pkh.registry.family.Families;
import id.pkh.registry.family.Families.Holder;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The families of a chunk, and the family to which each NIK in the chunk belongs. */
final class ChunkFamilies {

    private final Map<String, Family> byCard = new HashMap<>();
    private final Map<String, Holder> holders;

    private ChunkFamilies(List<Family> locked, Map<String, Holder> holders) {
        locked.forEach(family -> byCard.put(family.card().token(), family));
        this.holders = new HashMap<>(holders);
    }

    /**
     * Locks the families with these cards, and finds the persons with these NIKs. It locks families
     * that have left as well if a person of them may join another one.
     */
    static ChunkFamilies lock(
            Families families, Collection<String> cardTokens, Collection<String> nikTokens) {
        Map<String, Holder> holders = families.holdersOf(nikTokens);
        List<UUID> left =
                holders.values().stream().filter(Holder::hasLeft).map(Holder::kpmId).toList();
        return new ChunkFamilies(
                left.isEmpty()
                        ? families.lockByCard(cardTokens)
                        : families.lockAll(cardTokens, left),
                holders);
    }

    Optional<Family> byCard(String cardToken) {
        return Optional.ofNullable(byCard.get(cardToken));
    }

    /** Whether the NIK belongs to a person of another family, which has not left. */
    boolean isTakenElsewhere(String nikToken, UUID familyId) {
        Holder holder = holders.get(nikToken);
        return holder != null && !holder.kpmId().equals(familyId) && !holder.hasLeft();
    }

    /** Whether the NIK is that of the caretaker of a family that has left. */
    boolean isCaretakerOfFamilyThatLeft(String nikToken) {
        Holder holder = holders.get(nikToken);
        return holder != null && holder.hasLeft() && holder.isCaretaker();
    }

    /**
     * Replaces the family by its state after the row, and records the NIK of the row's person. A
     * person of a family that has left leaves that family as well.
     */
    void put(Family family, Member person, LocalDate today) {
        byCard.put(family.card().token(), family);
        String nik = person.nik().token();
        Holder holder = holders.get(nik);
        if (holder != null && !holder.kpmId().equals(family.id())) {
            byCard.replaceAll(
                    (card, other) ->
                            other.id().equals(holder.kpmId())
                                    ? other.released(holder.memberId(), today)
                                    : other);
        }
        holders.put(
                nik,
                new Holder(family.id(), person.id(), family.details().villageCode(), false, false));
    }

    Collection<Family> all() {
        return byCard.values();
    }
}
