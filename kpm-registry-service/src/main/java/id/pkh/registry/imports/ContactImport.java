package id.pkh.registry.imports;

import static java.util.stream.Collectors.toSet;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.contact.EnterContacts;
import id.pkh.registry.contact.EnterContacts.Entry;
import id.pkh.registry.contact.EnterContacts.Result;
import id.pkh.registry.contact.EnterContacts.Sender;
import id.pkh.registry.contact.Holders;
import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.contact.domain.Telephone;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Imports telephone numbers. The column kunci names whose number it is: the NIK of the caretaker,
 * the code of the group or of the facilitator, or the area of the office.
 */
@ApplicationScoped
class ContactImport implements RowImport<ContactImport.Draft> {

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required("peran", "holder_role"),
        ColumnSpec.required("kunci", "holder_key"),
        ColumnSpec.required("telepon", "no_hp", "telephone"),
        ColumnSpec.optional("jalur", "route")
    };

    private static final String EXPECTED =
            "NIK of a caretaker, code of a group or facilitator, or area of an office, in your area";

    private final EnterContacts enterContacts;
    private final Holders holders;
    private final Identities identities;

    ContactImport(EnterContacts enterContacts, Holders holders, Identities identities) {
        this.enterContacts = enterContacts;
        this.holders = holders;
        this.identities = identities;
    }

    /** One row. */
    record Draft(ReceiverRole role, String key, Telephone number, ContactRoute route) {}

    @Override
    public String kind() {
        return "contacts";
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public Draft read(NamedRow row, FieldReader reader) {
        ReceiverRole role = reader.receiverRole("peran", row.of("peran"));
        String key = row.of("kunci");
        if (role == ReceiverRole.FAMILY) {
            key = reader.nik("kunci", key);
        } else if (role == ReceiverRole.FACILITATOR) {
            key = reader.facilitatorCode("kunci", key);
        }
        Telephone number = reader.telephone("telepon", row.of("telepon"));
        ContactRoute route = reader.contactRoute("jalur", row.of("jalur"), number);
        return new Draft(role, key, number, route);
    }

    @Override
    public void apply(List<ImportLine<Draft>> lines, Chunk chunk) {
        Map<String, String> families = holders.familiesByNik(tokens(lines));
        Map<String, String> facilitators =
                holders.facilitatorsByCode(keys(lines, ReceiverRole.FACILITATOR));
        List<Entry> entries = new ArrayList<>(lines.size());
        for (ImportLine<Draft> line : lines) {
            Draft draft = line.draft();
            String ref =
                    switch (draft.role()) {
                        case FAMILY -> families.getOrDefault(tokenOf(draft.key()), "");
                        case FACILITATOR -> facilitators.getOrDefault(draft.key(), "");
                        default -> draft.key();
                    };
            entries.add(
                    new Entry(
                            new Receiver(draft.role(), ref),
                            draft.number(),
                            draft.route(),
                            line.number()));
        }
        List<Result> results =
                enterContacts.handle(
                        entries, new Sender(chunk.sender(), chunk.areas(), chunk.fileId()));
        for (int i = 0; i < results.size(); i++) {
            record(lines.get(i), results.get(i), chunk);
        }
    }

    private static void record(ImportLine<Draft> line, Result result, Chunk chunk) {
        switch (result) {
            case ENTERED, WAITING -> chunk.applied();
            case UNCHANGED -> chunk.unchanged();
            case UNKNOWN ->
                    chunk.refuse(
                            line.number(),
                            "kunci",
                            line.draft().key(),
                            EnterContacts.HOLDER_UNKNOWN,
                            EXPECTED);
        }
    }

    private Set<String> tokens(List<ImportLine<Draft>> lines) {
        return keys(lines, ReceiverRole.FAMILY).stream().map(this::tokenOf).collect(toSet());
    }

    private static Set<String> keys(List<ImportLine<Draft>> lines, ReceiverRole role) {
        return lines.stream()
                .map(ImportLine::draft)
                .filter(draft -> draft.role() == role)
                .map(Draft::key)
                .collect(toSet());
    }

    private String tokenOf(String nik) {
        return identities.tokenOf(PersonalField.NIK, nik);
    }
}
