package id.pkh.registry.family;

import id.pkh.platform.persistence.Database;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Writes the history of accounts and caretakers, to which every change adds a row. */
@ApplicationScoped
class AccountChangeRows {

    private static final String NEW_CHANGES =
            "account_change (change_id, kpm_id, change_no, paying_bank, account_cipher,"
                    + " account_token, caretaker_member_id, caretaker_name_cipher, source, file_id, line,"
                    + " needs_confirmation, changed_by, changed_at, permitted_by, update_id)";

    /** A family that is new is inserted with its first change. */
    private static final String POINT_TO_LATEST =
            "UPDATE kpm SET account_change_id = :change, account_waits_since = :waitsSince"
                    + " WHERE id = :id";

    private final Database database;

    AccountChangeRows(Database database) {
        this.database = database;
    }

    void write(Collection<AccountChange> changes, Provenance provenance) {
        database.copy(
                NEW_CHANGES,
                changes,
                (fields, change) -> {
                    Family family = change.family();
                    FamilyDetails details = family.details();
                    fields.uuid(change.id())
                            .uuid(family.id())
                            .number(family.version())
                            .code(details.payingBank())
                            .bytes(details.account().cipher())
                            .text(details.account().token())
                            .uuid(family.caretaker().id())
                            .bytes(family.caretaker().name().cipher())
                            .code(change.origin().source())
                            .uuid(change.origin().fileId())
                            .numberOrNull(change.origin().line())
                            .flag(change.needsConfirmation())
                            .text(provenance.by())
                            .instant(provenance.at())
                            .text(change.origin().permittedBy())
                            .uuid(provenance.updateId());
                });
        List<AccountChange> later =
                changes.stream().filter(change -> !change.family().isNew()).toList();
        database.batch(
                POINT_TO_LATEST,
                later,
                (row, change) ->
                        row.bind("id", change.family().id())
                                .bind("change", change.id())
                                .bind("waitsSince", change.waitsSince(provenance.at())));
    }
}
