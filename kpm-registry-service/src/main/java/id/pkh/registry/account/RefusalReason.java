package id.pkh.registry.account;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a change of an account is refused. */
@Schema(name = "AccountRefusalReason")
enum RefusalReason {
    WRONG_NUMBER,
    WRONG_HOLDER,
    NOT_REQUESTED,
    SUSPECTED_FRAUD,
    /** By the person who made the change, or in that person's name. */
    WITHDRAWN,
    OTHER;

    static final String KNOWN =
            "WRONG_NUMBER, WRONG_HOLDER, NOT_REQUESTED, SUSPECTED_FRAUD, WITHDRAWN, OTHER";

    static Optional<RefusalReason> of(String code) {
        return Stream.of(values()).filter(reason -> reason.name().equals(code)).findFirst();
    }
}
