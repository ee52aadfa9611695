package id.pkh.disbursement.withdrawal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The reasons why families have not withdrawn their money. */
public interface WithdrawalReasons {

    /**
     * @param source where the reason was seen
     */
    record WithdrawalReason(String code, LocalDate validFrom, String source) {}

    /** All of them, by their codes. */
    List<WithdrawalReason> all();

    /** The codes that are known on a day. */
    Set<String> on(LocalDate day);
}
