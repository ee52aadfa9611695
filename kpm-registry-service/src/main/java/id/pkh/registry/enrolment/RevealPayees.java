package id.pkh.registry.enrolment;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.family.domain.PayingBank;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Reveals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Shows a ministry officer who prepares payments the payees of many families. Each family is
 * recorded in the read log, with the purpose.
 */
@ApplicationScoped
class RevealPayees {

    private static final String FIELDS = "caretaker.name,account_number";

    /**
     * Does not load whole families, because the preparation of payments reads millions of payees.
     * Reads account and name from their history: what has no recorded change is not paid, and
     * neither is a caretaker who is in another family now.
     */
    private static final String PAYEES =
            """
            SELECT k.id, c.paying_bank, c.account_cipher, c.caretaker_name_cipher AS name_cipher,
                   (NOT c.needs_confirmation OR coalesce(d.decision = 'CONFIRMED', false))
                   AND m.former_since IS NULL AS confirmed
              FROM kpm k
              JOIN family_member m ON m.id = k.caretaker_member_id
              JOIN account_change c ON c.change_id = k.account_change_id AND c.kpm_id = k.id
              LEFT JOIN account_decision d ON d.change_id = c.change_id
             WHERE\s""";

    /** The payee of a family as it is stored. */
    public record PayeeRow(
            UUID id,
            PayingBank payingBank,
            byte[] accountCipher,
            byte[] nameCipher,
            boolean confirmed) {}

    private final Database database;
    private final Identities identities;
    private final Reveals reveals;
    private final CallerAreas areas;

    RevealPayees(Database database, Identities identities, Reveals reveals, CallerAreas areas) {
        this.database = database;
        this.identities = identities;
        this.reveals = reveals;
        this.areas = areas;
    }

    @Transactional
    PayeesView handle(List<UUID> familyIds, String purpose) {
        FamiliesToReveal.require(familyIds, purpose);
        Conditions which =
                areas.visible("k.village_code").and("k.id = ANY (?)", SqlArrays.uuids(familyIds));
        List<PayeeRow> rows =
                database.query(
                        PAYEES + which.sql(),
                        q -> q.bindMap(which.values()).map(database.rowsAs(PayeeRow.class)).list());
        reveals.log(
                rows.stream().map(PayeeRow::id).toList(),
                FIELDS,
                new Disclosure(true, purpose.strip()));
        return new PayeesView(rows.stream().map(this::view).toList());
    }

    private PayeesView.PayeeView view(PayeeRow row) {
        return new PayeesView.PayeeView(
                row.id(),
                row.payingBank(),
                identities.open(PersonalField.NAME, row.nameCipher()),
                row.confirmed()
                        ? identities.open(PersonalField.ACCOUNT, row.accountCipher())
                        : null,
                row.confirmed());
    }
}
