package id.pkh.registry.dci;

import id.pkh.platform.security.AreaScope;
import id.pkh.registry.dci.domain.EnrolmentCode;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.finding.KeyKind;
import id.pkh.registry.finding.LookUpKey;
import id.pkh.registry.intake.FieldReader;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is searched, in the words of this registry. A person or a family is found by one number, as
 * {@code POST /look-ups} does; families are listed by their village or sub-district.
 *
 * @param key what has the number, or null
 * @param familyId null for any
 * @param nothing whether a number cannot exist, so that nothing has it
 * @param location null for all areas of the caller
 * @param statuses empty for all
 */
record SearchQuery(
        LookUpKey key, UUID familyId, boolean nothing, String location, Set<KpmStatus> statuses) {

    private static final int SUB_DISTRICT_CHARS = 8;

    private static final Map<String, KeyKind> NUMBERS =
            Map.of(
                    "uin", KeyKind.NIK,
                    "nin", KeyKind.NIK,
                    "nik", KeyKind.NIK,
                    "nationalid", KeyKind.NIK,
                    "family_card", KeyKind.FAMILY_CARD,
                    "household_id", KeyKind.FAMILY_CARD,
                    "member_id", KeyKind.MEMBER_ID);

    private static final String FAMILY = "kpm_id";
    private static final String LOCATION = "location";
    private static final String STATUS = "enrolment_status";

    static SearchQuery of(List<SearchCondition> conditions) {
        LookUpKey key = null;
        UUID family = null;
        boolean nothing = false;
        String location = null;
        Set<KpmStatus> statuses = EnumSet.noneOf(KpmStatus.class);
        Set<String> seen = new HashSet<>();
        for (SearchCondition condition : conditions) {
            String attribute = nameOf(condition.attribute());
            KeyKind kind = NUMBERS.get(attribute);
            if (!seen.add(kind == null ? attribute : "a number")) {
                throw SearchCondition.rejected("a query has one number, and each condition once");
            }
            if (kind != null) {
                Optional<String> value = valueOf(kind, condition.text());
                nothing |= value.isEmpty();
                key = value.map(text -> new LookUpKey(kind, text)).orElse(null);
            } else if (attribute.equals(FAMILY)) {
                Optional<UUID> id = idOf(condition.text());
                nothing |= id.isEmpty();
                family = id.orElse(null);
            } else if (attribute.equals(LOCATION)) {
                location = locationOf(condition.text());
            } else {
                statuses.addAll(statusesOf(attribute, condition));
            }
        }
        SearchQuery query = new SearchQuery(key, family, nothing, location, statuses);
        query.requireNarrow();
        return query;
    }

    /** Whether an attribute is a number of a person or a family. */
    static boolean isNumber(String attribute) {
        return NUMBERS.containsKey(nameOf(attribute));
    }

    /** The same, limited to some statuses if it names none. */
    SearchQuery amongst(Set<KpmStatus> known) {
        return statuses.isEmpty() ? new SearchQuery(key, familyId, nothing, location, known) : this;
    }

    /** Whether it lists families, and does not search one. */
    boolean isList() {
        return key == null && familyId == null && !nothing;
    }

    /** Whether the number is that of a person. */
    boolean isPersons() {
        return key != null && key.kind() != KeyKind.FAMILY_CARD;
    }

    private void requireNarrow() {
        if (isList() && (location == null || location.length() < SUB_DISTRICT_CHARS)) {
            throw SearchCondition.rejected(
                    "a query needs a number, a kpm_id, or the location of a village or sub-district");
        }
    }

    private static String nameOf(String name) {
        return name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /** The number as it is on record; empty for one that cannot exist, and so is nobody's. */
    private static Optional<String> valueOf(KeyKind kind, String text) {
        if (kind == KeyKind.MEMBER_ID) {
            return idOf(text).map(UUID::toString);
        }
        FieldReader reader = new FieldReader();
        String number =
                kind == KeyKind.NIK ? reader.nik("nik", text) : reader.familyCard("card", text);
        return reader.isClean() ? Optional.ofNullable(number) : Optional.empty();
    }

    static Optional<UUID> idOf(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private static String locationOf(String text) {
        if (!AreaScope.isAreaCode(text)) {
            throw SearchCondition.rejected("location must be the code of an area");
        }
        return text;
    }

    private static Set<KpmStatus> statusesOf(String attribute, SearchCondition condition) {
        if (!attribute.equals(STATUS)) {
            throw SearchCondition.rejected(
                    "the attribute "
                            + SearchCondition.quoted(condition.attribute())
                            + " is not answered");
        }
        Set<KpmStatus> statuses = EnumSet.noneOf(KpmStatus.class);
        for (String code : condition.texts()) {
            statuses.add(
                    EnrolmentCode.statusOf(code)
                            .orElseThrow(
                                    () ->
                                            SearchCondition.rejected(
                                                    "enrolment_status must be a code from 1 to 4")));
        }
        return statuses;
    }
}
