package id.pkh.registry.family;

import id.pkh.registry.family.domain.AccountSource;
import java.util.UUID;

/**
 * Where a family's account or caretaker was stated.
 *
 * @param fileId the file; null for a request
 * @param line line that states the account or the caretaker; null for a request
 * @param permittedBy the person who permitted the initial roster, if it is one
 */
public record AccountOrigin(AccountSource source, UUID fileId, Integer line, String permittedBy) {

    public static final AccountOrigin REQUEST = of(AccountSource.REQUEST);
    public static final AccountOrigin REFUSAL = of(AccountSource.REFUSAL);

    private static AccountOrigin of(AccountSource source) {
        return new AccountOrigin(source, null, null, null);
    }

    /** A list that changes a family and states neither its account nor its caretaker. */
    public static AccountOrigin file(UUID fileId) {
        return new AccountOrigin(AccountSource.FILE, fileId, null, null);
    }

    public static AccountOrigin line(UUID fileId, int line) {
        return new AccountOrigin(AccountSource.FILE, fileId, line, null);
    }

    public static AccountOrigin roster(UUID fileId, int line, String permittedBy) {
        return new AccountOrigin(AccountSource.INITIAL_ROSTER, fileId, line, permittedBy);
    }
}
