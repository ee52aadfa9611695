package id.pkh.registry.dci;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.registry.dci.domain.DciError;
import id.pkh.registry.dci.domain.Rejection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One object of a message, whose fields are read as the standard's document describes them. A field
 * that is not described is left alone: the standard lets implementations add some.
 */
record MessageFields(JsonNode node, String path) {

    /** The limit that the standard has for most ids, and this service for the others. */
    static final int ID_CHARS = 99;

    private static final Pattern LOCALE = Pattern.compile("[a-z]{3}");

    /** A date and a time with a zone; Java alone would also read {@code 2026-01-01T10:00Z}. */
    private static final Pattern DATE_TIME =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    DciRefused malformed(String name, String expected) {
        return new DciRefused(DciError.BAD_REQUEST, at(name) + " must be " + expected);
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode();
    }

    /** A text that has to be there. */
    String text(String name, int maxChars) {
        return optionalText(name, maxChars)
                .orElseThrow(() -> malformed(name, "a text, and is missing"));
    }

    Optional<String> optionalText(String name, int maxChars) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        boolean isGood =
                value.isTextual()
                        && !value.textValue().isBlank()
                        && value.textValue().length() <= maxChars
                        && isClean(value.textValue());
        if (!isGood) {
            throw malformed(name, "a text of 1 to " + maxChars + " characters");
        }
        return Optional.of(value.textValue());
    }

    /** One of these words, that has to be there. */
    String word(String name, Set<String> words) {
        String text = text(name, ID_CHARS);
        if (!words.contains(text)) {
            throw malformed(name, "one of " + words.stream().sorted().toList());
        }
        return text;
    }

    /** Control characters and halves of surrogate pairs cannot be stored. */
    private static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                Character.isISOControl(c)
                                        || c >= Character.MIN_SURROGATE
                                                && c <= Character.MAX_SURROGATE);
    }

    Instant timestamp(String name, Rejection reason) {
        String text = text(name, ID_CHARS);
        try {
            if (DATE_TIME.matcher(text).matches()) {
                return OffsetDateTime.parse(text.toUpperCase(java.util.Locale.ROOT)).toInstant();
            }
        } catch (DateTimeException noSuchDay) {
            // refused below
        }
        throw new DciRefused(
                reason, at(name) + " must be a date and time with a zone: 2026-12-04T17:20:07Z");
    }

    int wholeNumber(String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw malformed(name, "a whole number");
        }
        return value.intValue();
    }

    Optional<Integer> pageNumber(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
            throw new DciRefused(Rejection.PAGINATION, at(name) + " must be a whole number from 1");
        }
        return Optional.of(value.intValue());
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw malformed(name, "true or false");
        }
        return value.asBoolean(false);
    }

    MessageFields object(String name) {
        return optionalObject(name).orElseThrow(() -> malformed(name, "an object, and is missing"));
    }

    Optional<MessageFields> optionalObject(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isObject()) {
            throw malformed(name, "an object");
        }
        return Optional.of(new MessageFields(node.get(name), at(name)));
    }

    /** The objects of a list that has at least one. */
    List<MessageFields> objects(String name) {
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty()) {
            throw malformed(name, "a list with at least one object");
        }
        List<MessageFields> objects = new ArrayList<>();
        for (JsonNode one : list) {
            String where = at(name) + "[" + objects.size() + "]";
            if (!one.isObject()) {
                throw new DciRefused(DciError.BAD_REQUEST, where + " must be an object");
            }
            objects.add(new MessageFields(one, where));
        }
        return objects;
    }

    /** The texts of a list that has at least one. */
    List<String> texts(String name) {
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty()) {
            throw malformed(name, "a list with at least one text");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
            if (!one.isTextual()
                    || one.textValue().isBlank()
                    || one.textValue().length() > ID_CHARS
                    || !isClean(one.textValue())) {
                throw malformed(
                        name + "[" + texts.size() + "]",
                        "a text of 1 to " + ID_CHARS + " characters");
            }
            texts.add(one.textValue());
        }
        return texts;
    }

    /** A language is three small letters (ISO 639-3); this service answers in codes. */
    void checkLocale() {
        if (has("locale") && !LOCALE.matcher(text("locale", ID_CHARS)).matches()) {
            throw malformed("locale", "three small letters (ISO 639-3)");
        }
    }
}
