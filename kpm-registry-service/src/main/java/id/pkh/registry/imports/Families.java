package id.pkh.registry.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The families that a chunk is about, and who holds each NIK in it, in this chunk or elsewhere. */
final class Families {

    private final Map<String, FamilyState> byCard = new HashMap<>();
    private final Map<String, UUID> familyByNik;

    /**
     * @param familyByNik which family holds a NIK on record, by token
     */
    Families(Collection<FamilyState> states, Map<String, UUID> familyByNik) {
        states.forEach(state -> byCard.put(state.family().card().token(), state));
        this.familyByNik = new HashMap<>(familyByNik);
    }

    Optional<FamilyState> byCard(String cardToken) {
        return Optional.ofNullable(byCard.get(cardToken));
    }

    /** Whether the NIK belongs to a person of another family than this one. */
    boolean isTakenElsewhere(String nikToken, UUID familyId) {
        UUID holder = familyByNik.get(nikToken);
        return holder != null && !holder.equals(familyId);
    }

    void add(FamilyState state) {
        byCard.put(state.family().card().token(), state);
        holds(state, state.caretaker());
    }

    void holds(FamilyState state, MemberRecord member) {
        familyByNik.put(member.nik().token(), state.family().id());
    }

    Collection<FamilyState> all() {
        return byCard.values();
    }
}
