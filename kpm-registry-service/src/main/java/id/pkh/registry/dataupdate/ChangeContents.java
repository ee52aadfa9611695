package id.pkh.registry.dataupdate;

import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.registry.dataupdate.DataUpdates.ChangeRow;
import id.pkh.registry.dataupdate.DataUpdates.NewChange;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.ChangeField;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Encrypts what changes are from and to, because it can be a number or a name. */
@ApplicationScoped
class ChangeContents {

    private final Identities identities;

    ChangeContents(Identities identities) {
        this.identities = identities;
    }

    List<NewChange> sealed(List<Change> changes) {
        return IntStream.range(0, changes.size())
                .mapToObj(i -> sealed(i + 1, changes.get(i)))
                .toList();
    }

    private NewChange sealed(int no, Change change) {
        return new NewChange(
                no,
                change.kind(),
                change.memberId(),
                change.effectiveOn(),
                sealed(change.from()),
                sealed(change.becomes()));
    }

    Change open(ChangeRow row) {
        return new Change(
                row.kind(),
                row.memberId(),
                row.effectiveOn(),
                open(row.fromCipher()),
                open(row.becomesCipher()));
    }

    private byte[] sealed(Map<ChangeField, String> values) {
        Map<String, String> named = new TreeMap<>();
        values.forEach((field, value) -> named.put(field.name(), value));
        try {
            return identities
                    .text(
                            PersonalField.DATA_UPDATE,
                            WireFormat.mapper().writeValueAsString(named),
                            Optional.empty())
                    .cipher();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<ChangeField, String> open(byte[] cipher) {
        Map<ChangeField, String> values = new EnumMap<>(ChangeField.class);
        try {
            WireFormat.mapper()
                    .readTree(identities.open(PersonalField.DATA_UPDATE, cipher))
                    .properties()
                    .forEach(
                            one ->
                                    values.put(
                                            ChangeField.valueOf(one.getKey()),
                                            one.getValue().asText()));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
