package id.pkh.registry.imports;

import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The families that rows name, by the number of the family card or by the id; a list of people has
 * the one, an export the other.
 */
@ApplicationScoped
class NamedFamilies {

    static final String COLUMN = "keluarga";

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Families families;
    private final Identities identities;

    NamedFamilies(Families families, Identities identities) {
        this.families = families;
        this.identities = identities;
    }

    /** How a row names a family: one of the two is null. */
    record Name(String card, UUID id) {}

    /** Null when neither was read. */
    static Name read(NamedRow row, FieldReader reader) {
        String written = row.of(COLUMN);
        if (ID.matcher(written).matches()) {
            return new Name(null, UUID.fromString(written));
        }
        String card = reader.familyCard(COLUMN, written);
        return card == null ? null : new Name(card, null);
    }

    /** Families that this transaction has locked. */
    final class Locked {

        private final Map<String, Family> byCard = new HashMap<>();
        private final Map<UUID, Family> byId = new HashMap<>();

        private Locked(List<Family> locked) {
            locked.forEach(this::put);
        }

        private void put(Family family) {
            byCard.put(family.card().token(), family);
            byId.put(family.id(), family);
        }

        /** The family of a row, if it lies in the sender's areas; otherwise the row is refused. */
        Optional<Family> of(int line, Name name, Chunk chunk) {
            Family family =
                    name.id() == null ? byCard.get(tokenOf(name.card())) : byId.get(name.id());
            if (family != null && chunk.areas().covers(family.details().villageCode())) {
                return Optional.of(family);
            }
            chunk.refuseArea(
                    line,
                    COLUMN,
                    name.id() == null ? name.card() : name.id().toString(),
                    family == null ? null : family.details().villageCode(),
                    "FAMILY_UNKNOWN",
                    "a family on record in your area");
            return Optional.empty();
        }

        /** To be called after a change, because a later row may name the family again. */
        void changed(Family family) {
            families.lock(family.id()).ifPresent(this::put);
        }
    }

    /** Locks the families in the order of their ids. */
    Locked lock(Collection<Name> names) {
        return new Locked(
                families.lockAll(
                        names.stream()
                                .map(Name::card)
                                .filter(Objects::nonNull)
                                .map(this::tokenOf)
                                .distinct()
                                .toList(),
                        names.stream().map(Name::id).filter(Objects::nonNull).distinct().toList()));
    }

    private String tokenOf(String card) {
        return identities.tokenOf(PersonalField.FAMILY_CARD, card);
    }
}
