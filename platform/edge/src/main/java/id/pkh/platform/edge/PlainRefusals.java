package id.pkh.platform.edge;

import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.Map;

/** A sentence, for an application that has no form of its own. */
@Singleton
@DefaultBean
@Unremovable
class PlainRefusals implements RefusalForm {

    private static final Map<String, String> SENTENCES =
            Map.of(
                    Refusals.TOO_MANY_REQUESTS,
                    "Too many requests. Wait for a moment, then try again.",
                    Refusals.BODY_TOO_LARGE,
                    "The request is too large. Send less data in one request.",
                    Refusals.REQUEST_TOO_SLOW,
                    "The request did not arrive in time. Send it again.");

    @Override
    public Content of(
            int status, String code, Map<String, ?> details, String path, String acceptLanguage) {
        return new Content("text/plain;charset=UTF-8", "en", SENTENCES.get(code) + "\n");
    }
}
