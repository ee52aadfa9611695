package id.pkh.registry.dataupdate;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.contact.EnterContacts;
import id.pkh.registry.contact.EnterContacts.Entry;
import id.pkh.registry.contact.EnterContacts.Sender;
import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.contact.domain.Telephone;
import id.pkh.registry.dataupdate.ApplyChange.Applied;
import id.pkh.registry.dataupdate.DataUpdates.ChangeRow;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.ChangeField;
import id.pkh.registry.dataupdate.domain.ChangeKind;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.enrolment.MoveKpm;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Applies accepted changes to the family, all as one version, and its number to its contact. */
@ApplicationScoped
class AcceptedChanges {

    private final DataUpdates updates;
    private final ChangeContents contents;
    private final ReadFacts readFacts;
    private final ApplyChange applyChange;
    private final KpmRecords records;
    private final MoveKpm moveKpm;
    private final EnterContacts enterContacts;
    private final Caller caller;

    AcceptedChanges(
            DataUpdates updates,
            ChangeContents contents,
            ReadFacts readFacts,
            ApplyChange applyChange,
            KpmRecords records,
            MoveKpm moveKpm,
            EnterContacts enterContacts,
            Caller caller) {
        this.updates = updates;
        this.contents = contents;
        this.readFacts = readFacts;
        this.applyChange = applyChange;
        this.records = records;
        this.moveKpm = moveKpm;
        this.enterContacts = enterContacts;
        this.caller = caller;
    }

    List<Change> opened(List<ChangeRow> rows) {
        return rows.stream().map(contents::open).toList();
    }

    Family apply(UpdateRow update, Family family, List<ChangeRow> rows) {
        records.requireOpen(family);
        rows.forEach(row -> requireUnchanged(family, row));
        Map<Integer, UUID> joined = new HashMap<>();
        Family changed = family;
        for (ChangeRow row : rows) {
            Change change = contents.open(row);
            Applied applied = applyChange.applied(changed, change);
            changed = applied.family();
            joined.put(row.changeNo(), applied.joined());
            if (change.kind().isMove()) {
                moveKpm.requireDestination(changed);
            }
        }
        if (changed.isChanged()) {
            records.save(changed, update.updateId());
        }
        for (ChangeRow row : rows) {
            updates.accepted(row, changed.version(), joined.get(row.changeNo()));
            if (row.kind() == ChangeKind.TELEPHONE_CHANGED) {
                enterNumber(update, contents.open(row));
            }
        }
        return changed;
    }

    /** What contradicts an update that was accepted meanwhile never overwrites it. */
    private void requireUnchanged(Family family, ChangeRow row) {
        Change submitted = contents.open(row);
        if (!readFacts.withFacts(submitted, family).equals(submitted)) {
            throw Refused.because("UPDATE_CONFLICT")
                    .with("change_no", row.changeNo())
                    .with("kind", row.kind().name());
        }
    }

    private void enterNumber(UpdateRow update, Change change) {
        Telephone number = applyChange.readTelephone(change);
        ContactRoute route =
                change.gets(ChangeField.ROUTE)
                        .flatMap(ContactRoute::of)
                        .orElse(ContactRoute.MESSAGE);
        enterContacts.handle(
                List.of(
                        new Entry(
                                new Receiver(ReceiverRole.FAMILY, update.kpmId().toString()),
                                number,
                                route,
                                null)),
                new Sender(caller.subject(), caller.areas(), null, update.updateId()));
    }
}
