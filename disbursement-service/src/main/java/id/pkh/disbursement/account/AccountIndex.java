package id.pkh.disbursement.account;

import java.util.List;
import java.util.UUID;

/** The tokens of the accounts to which instructions were made. */
public interface AccountIndex {

    /** Instructions with tokens of another key than the present one, by their id. */
    List<UUID> ofOtherKeys(UUID after, int limit);

    /** Gives these instructions tokens of the present key; the former token stays beside it. */
    void write(List<UUID> instructionIds);
}
