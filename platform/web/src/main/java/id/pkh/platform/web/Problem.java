package id.pkh.platform.web;

import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A problem document (RFC 9457) with a stable {@code code}; details are additional members. */
public final class Problem {

    public static final String MEDIA_TYPE = "application/problem+json";
    static final MediaType MEDIA = MediaType.valueOf(MEDIA_TYPE);
    private static final Set<String> FIXED =
            Set.of("type", "title", "status", "detail", "code", "instance");

    private Problem() {}

    /** How a refusal with this code looks in English, without its details. */
    public static Map<String, Object> example(String code, int status, RefusalTexts texts) {
        Map<String, Object> example =
                document(
                        code,
                        status,
                        texts.title(code, Language.ENGLISH),
                        texts.detailWithGaps(code, Language.ENGLISH),
                        null,
                        Map.of());
        example.remove("instance");
        return example;
    }

    static Map<String, Object> document(
            String code,
            int status,
            String title,
            String detail,
            String instance,
            Map<String, ?> details) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:pkh:problem:" + code);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        document.put("code", code);
        document.put("instance", instance);
        details.forEach(
                (name, value) -> {
                    String member = SnakeCase.of(name);
                    if (!FIXED.contains(member)) {
                        document.put(member, value);
                    }
                });
        return document;
    }
}
