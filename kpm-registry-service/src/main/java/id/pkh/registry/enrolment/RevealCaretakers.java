package id.pkh.registry.enrolment;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Reveals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Names the caretakers of many families to a person who may see names, such as for letters. Each
 * family is recorded in the read log, with the purpose.
 */
@ApplicationScoped
public class RevealCaretakers {

    private static final String FIELDS = "caretaker.name";

    private static final String NAMES =
            "SELECT k.id, m.name_cipher FROM kpm k JOIN family_member m ON m.id = k.caretaker_member_id WHERE ";

    /** The name of a caretaker as it is stored. */
    public record CaretakerRow(UUID id, byte[] nameCipher) {}

    private final Database database;
    private final Identities identities;
    private final Reveals reveals;
    private final CallerAreas areas;

    RevealCaretakers(Database database, Identities identities, Reveals reveals, CallerAreas areas) {
        this.database = database;
        this.identities = identities;
        this.reveals = reveals;
        this.areas = areas;
    }

    @Transactional
    CaretakersView handle(List<UUID> familyIds, String purpose) {
        return new CaretakersView(
                names(familyIds, purpose).entrySet().stream()
                        .map(
                                named ->
                                        new CaretakersView.CaretakerNameView(
                                                named.getKey(), named.getValue()))
                        .toList());
    }

    /** The names by family; one that is not on record, or lives elsewhere, is left out. */
    @Transactional
    public Map<UUID, String> names(List<UUID> familyIds, String purpose) {
        FamiliesToReveal.require(familyIds, purpose);
        Conditions which =
                areas.visible("k.village_code").and("k.id = ANY (?)", SqlArrays.uuids(familyIds));
        List<CaretakerRow> rows =
                database.query(
                        NAMES + which.sql(),
                        q ->
                                q.bindMap(which.values())
                                        .map(database.rowsAs(CaretakerRow.class))
                                        .list());
        reveals.log(
                rows.stream().map(CaretakerRow::id).toList(),
                FIELDS,
                new Disclosure(true, purpose.strip()));
        Map<UUID, String> names = new HashMap<>();
        for (CaretakerRow row : rows) {
            names.put(row.id(), identities.open(PersonalField.NAME, row.nameCipher()));
        }
        return names;
    }
}
