package id.pkh.registry.account;

import java.util.Optional;
import java.util.stream.Stream;

/** What has become of a change of an account or caretaker. */
enum AccountChangeStatus {
    /** Nothing is paid before another person has confirmed it. */
    WAITING,
    CONFIRMED,
    REFUSED,
    /** A later change came before a decision. */
    SUPERSEDED,
    /** Two people answered for it from the start, or there is no account. */
    NOTHING_TO_CONFIRM;

    static final String KNOWN = "WAITING, CONFIRMED, REFUSED, SUPERSEDED or NOTHING_TO_CONFIRM";

    static Optional<AccountChangeStatus> of(String code) {
        return Stream.of(values()).filter(status -> status.name().equals(code)).findFirst();
    }

    static AccountChangeStatus of(boolean needsConfirmation, String decision, boolean isLatest) {
        if (!needsConfirmation) {
            return NOTHING_TO_CONFIRM;
        }
        if (decision != null) {
            return valueOf(decision);
        }
        return isLatest ? WAITING : SUPERSEDED;
    }
}
