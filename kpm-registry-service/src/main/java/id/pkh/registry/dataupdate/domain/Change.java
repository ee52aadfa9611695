package id.pkh.registry.dataupdate.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One change of a family: from what the registry has to what was submitted.
 *
 * @param memberId the member whom it is about; null when it is about the family
 * @param effectiveOn first day on which it is so
 * @param from what the registry had when it was submitted
 */
public record Change(
        ChangeKind kind,
        UUID memberId,
        LocalDate effectiveOn,
        Map<ChangeField, String> from,
        Map<ChangeField, String> becomes) {

    public Change {
        from = ordered(from);
        becomes = ordered(becomes);
    }

    public Change from(Map<ChangeField, String> other) {
        return new Change(kind, memberId, effectiveOn, other, becomes);
    }

    public Optional<String> had(ChangeField field) {
        return Optional.ofNullable(from.get(field));
    }

    public Optional<String> gets(ChangeField field) {
        return Optional.ofNullable(becomes.get(field));
    }

    private static Map<ChangeField, String> ordered(Map<ChangeField, String> values) {
        Map<ChangeField, String> copy = new EnumMap<>(ChangeField.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }
}
