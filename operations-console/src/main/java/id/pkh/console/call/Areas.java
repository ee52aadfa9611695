package id.pkh.console.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * The areas of a user, as the services read them from the same token: a code covers itself and
 * everything below it, and {@code *} the whole country. The console needs them only for what it
 * reads itself, because each service limits its own responses.
 */
public final class Areas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHOLE_COUNTRY = "*";

    private final List<String> codes;

    private Areas(List<String> codes) {
        this.codes = codes;
    }

    /** From a token that was verified when the user signed in; without the claim there are none. */
    public static Areas of(String verifiedToken) {
        String[] parts = verifiedToken.split("\\.");
        List<String> codes = new ArrayList<>();
        if (parts.length > 1) {
            try {
                byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
                collect(
                        JSON.readTree(new String(claims, StandardCharsets.UTF_8)).path("areas"),
                        codes);
            } catch (IllegalArgumentException | JsonProcessingException opaque) {
                return new Areas(List.of());
            }
        }
        return new Areas(List.copyOf(codes));
    }

    private static void collect(JsonNode claim, List<String> codes) {
        if (claim.isArray()) {
            claim.forEach(one -> collect(one, codes));
        } else if (claim.isTextual() && !claim.asText().isBlank()) {
            codes.addAll(List.of(claim.asText().strip().split("[\\s,]+")));
        }
    }

    /** Whether the user may see what lies in these areas; what names none needs all areas. */
    public boolean cover(Collection<String> areaCodes) {
        return codes.contains(WHOLE_COUNTRY)
                || (!areaCodes.isEmpty() && areaCodes.stream().allMatch(this::covers));
    }

    private boolean covers(String areaCode) {
        return codes.stream()
                .anyMatch(code -> areaCode.equals(code) || areaCode.startsWith(code + "."));
    }
}
