package id.pkh.registry.dci;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a person is searched, as a message or the registration of its sender says it. */
final class Purposes {

    static final String MISSING = "authorize.purpose.text must state the purpose, in words";

    private static final Set<String> REFUSALS =
            Set.of(
                    "PURPOSE_REQUIRED",
                    FreeTextRule.HAS_LONG_NUMBER,
                    FreeTextRule.HAS_CONTROL_CHARACTER);

    private Purposes() {}

    /** The purpose; authorize comes before consent. Null when there is none. */
    static String of(MessageFields criteria, Sender sender) {
        return in(criteria, "authorize")
                .or(() -> in(criteria, "consent"))
                .or(sender::purpose)
                .orElse(null);
    }

    /** Whether a search was refused because of its purpose. */
    static boolean isRefusedBy(Refused refused) {
        return REFUSALS.contains(refused.code());
    }

    private static Optional<String> in(MessageFields criteria, String field) {
        JsonNode purpose = criteria.node().path(field).path("purpose");
        for (JsonNode text : List.of(purpose, purpose.path("text"), purpose.path("code"))) {
            if (text.isTextual() && !text.textValue().isBlank()) {
                return Optional.of(text.textValue());
            }
        }
        return Optional.empty();
    }
}
