package id.pkh.registry.workbook;

import id.pkh.platform.security.FieldCipher;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes the key of a row as a token and reads it back. The token is encrypted and authenticated
 * with the key of the registry's columns, so a person can neither read nor make one.
 */
@ApplicationScoped
class RowTokens {

    static final String BROKEN = "WORKBOOK_TOKEN_BROKEN";
    static final String OTHER_VERSION = "WORKBOOK_VERSION_UNKNOWN";

    private static final String PURPOSE = "registry.workbook_row";
    private static final String VERSION = "1";
    private static final String FIELD = "\u001F";
    private static final String ITEM = "\u001E";
    private static final int FIXED_FIELDS = 6;

    /**
     * LibreOffice takes {@code _x4_} in a text for an escaped sign and changes it, which broke one
     * token in some thousands.
     */
    private static final char UNSAFE = '_';

    private static final char SAFE = '.';

    private final FieldCipher cipher;

    RowTokens(FieldCipher cipher) {
        this.cipher = cipher;
    }

    String seal(RowKey key) {
        List<String> fields = new ArrayList<>();
        fields.add(VERSION);
        fields.add(key.sheet());
        fields.add(key.facilitatorId().toString());
        fields.add(key.month().toString());
        fields.add(Long.toString(key.madeAt().getEpochSecond()));
        fields.add(String.join(ITEM, key.ids()));
        new TreeMap<>(key.whenMade()).forEach((code, value) -> fields.add(code + ITEM + value));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cipher.encrypt(String.join(FIELD, fields), PURPOSE))
                .replace(UNSAFE, SAFE);
    }

    /** Refuses a token that is not genuine, or of a form that this version does not know. */
    RowKey open(String token) {
        String[] fields =
                bytes(token)
                        .flatMap(written -> cipher.opened(written, PURPOSE))
                        .orElseThrow(() -> Refused.because(BROKEN))
                        .split(FIELD, -1);
        if (!fields[0].equals(VERSION)) {
            throw Refused.because(OTHER_VERSION).with("version", fields[0]);
        }
        Map<String, String> whenMade = new TreeMap<>();
        for (int i = FIXED_FIELDS; i < fields.length; i++) {
            String[] cell = fields[i].split(ITEM, 2);
            whenMade.put(cell[0], cell[1]);
        }
        return new RowKey(
                fields[1],
                UUID.fromString(fields[2]),
                YearMonth.parse(fields[3]),
                Instant.ofEpochSecond(Long.parseLong(fields[4])),
                List.of(fields[5].split(ITEM, -1)),
                whenMade);
    }

    private static Optional<byte[]> bytes(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token.replace(SAFE, UNSAFE)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
