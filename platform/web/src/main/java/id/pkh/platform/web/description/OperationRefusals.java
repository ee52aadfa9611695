package id.pkh.platform.web.description;

import static id.pkh.platform.web.WebRefusals.BODY_TOO_LARGE;
import static id.pkh.platform.web.WebRefusals.CODE_MALFORMED;
import static id.pkh.platform.web.WebRefusals.CONCURRENT_CHANGE;
import static id.pkh.platform.web.WebRefusals.FORBIDDEN;
import static id.pkh.platform.web.WebRefusals.IDEMPOTENCY_KEY_INVALID;
import static id.pkh.platform.web.WebRefusals.IDEMPOTENCY_KEY_IN_USE;
import static id.pkh.platform.web.WebRefusals.IDEMPOTENCY_KEY_MISSING;
import static id.pkh.platform.web.WebRefusals.IDEMPOTENCY_KEY_REUSED;
import static id.pkh.platform.web.WebRefusals.INVALID_CURSOR;
import static id.pkh.platform.web.WebRefusals.INVALID_JSON;
import static id.pkh.platform.web.WebRefusals.INVALID_LIMIT;
import static id.pkh.platform.web.WebRefusals.INVALID_PARAMETER;
import static id.pkh.platform.web.WebRefusals.INVALID_REQUEST;
import static id.pkh.platform.web.WebRefusals.NOT_FOUND;
import static id.pkh.platform.web.WebRefusals.UNAUTHENTICATED;
import static id.pkh.platform.web.WebRefusals.UNSUPPORTED_MEDIA_TYPE;

import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.RefusalStatuses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The refusal codes of an operation: its own, and those that follow from what it is. */
final class OperationRefusals {

    /** Statuses with which any request can be refused, whatever it asks for. */
    private static final List<Integer> OF_EVERY_REQUEST =
            List.of(406, 408, 414, 429, 431, 500, 503);

    private OperationRefusals() {}

    /**
     * The codes of an operation.
     *
     * @param general the codes that every service uses
     */
    static Set<String> of(ResourceMethod method, RefusalStatuses general) {
        Set<String> codes = new TreeSet<>(method.refusals());
        Map<Integer, List<String>> byStatus = general.codes();
        OF_EVERY_REQUEST.forEach(status -> codes.addAll(byStatus.getOrDefault(status, List.of())));
        codes.add(INVALID_REQUEST);
        addIf(!method.rolesAllowed().isEmpty(), codes, UNAUTHENTICATED, FORBIDDEN);
        addIf(method.hasPathParameters(), codes, NOT_FOUND, INVALID_PARAMETER);
        addIf(method.hasQueryParameters(), codes, INVALID_PARAMETER);
        addIf(!method.codeForms().isEmpty(), codes, CODE_MALFORMED);
        addIf(method.isPaged(), codes, INVALID_LIMIT, INVALID_CURSOR);
        addIf(method.hasBody(), codes, UNSUPPORTED_MEDIA_TYPE);
        addIf(method.hasJsonBody(), codes, INVALID_JSON, BODY_TOO_LARGE);
        addIf(
                method.hasFreeText(),
                codes,
                FreeTextRule.HAS_LONG_NUMBER,
                FreeTextRule.HAS_CONTROL_CHARACTER);
        addIf(method.changesSomething(), codes, CONCURRENT_CHANGE);
        addIf(
                method.isIdempotent(),
                codes,
                IDEMPOTENCY_KEY_MISSING,
                IDEMPOTENCY_KEY_INVALID,
                IDEMPOTENCY_KEY_REUSED,
                IDEMPOTENCY_KEY_IN_USE);
        return codes;
    }

    private static void addIf(boolean applies, Set<String> codes, String... more) {
        if (applies) {
            codes.addAll(List.of(more));
        }
    }
}
