package id.pkh.district.bank;

import id.pkh.district.bank.Plan.Outcome;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The banks and the post office of the generated district. What they do follows from the last two
 * digits of an account, and at the post office from the line of the list, so that it can be counted
 * from the files alone.
 */
public final class DistrictBanks {

    public static final String POST = "POS";

    /** In which documents each of them answers. */
    public static final SortedMap<String, BankKind> KINDS =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(
                            Map.of(
                                    "BRI",
                                    BankKind.EVERY_LINE,
                                    "MANDIRI",
                                    BankKind.REFUSALS_ONLY,
                                    "BNI",
                                    BankKind.BLOCK_STATUS,
                                    "BSI",
                                    BankKind.STATEMENTS,
                                    "BTN",
                                    BankKind.TABLE,
                                    POST,
                                    BankKind.POST_OFFICE)));

    /** A payment of nobody is in each of its documents that have room for it. */
    private static final String INVENTING = "BRI";

    private static final int EVERY_TIME = 1_000;
    private static final int NOT_COLLECTED_OF = 8;
    private static final int DIGITS = 2;
    private static final Map<String, Outcome> BY_LAST_DIGITS =
            Map.of(
                    "13",
                    Outcome.refused("AC01"),
                    "33",
                    Outcome.refused("AC04"),
                    "53",
                    Outcome.refused("AC06"),
                    "73",
                    Outcome.refused("BE01"),
                    "93",
                    Outcome.refused("MD07"),
                    "27",
                    Outcome.returned("AC04"),
                    "77",
                    Outcome.returned("AC06"));

    private DistrictBanks() {}

    public static PlayedBank open(String code) {
        Mischief mischief = Mischief.none();
        if (code.equals(INVENTING)) {
            mischief = mischief.with(Misbehaviour.INVENTED_LINE, EVERY_TIME);
        }
        return PlayedBank.planned(
                code,
                KINDS.get(code),
                mischief,
                code.equals(POST) ? DistrictBanks::atTheCounter : DistrictBanks::byAccount);
    }

    private static Optional<Outcome> byAccount(Instructed order, int line) {
        String account = order.account();
        return Optional.of(
                BY_LAST_DIGITS.getOrDefault(
                        account.substring(account.length() - DIGITS), Outcome.credited()));
    }

    private static Optional<Outcome> atTheCounter(Instructed order, int line) {
        return Optional.of(
                line % NOT_COLLECTED_OF == 0
                        ? Outcome.refused(Fates.NOT_COLLECTED)
                        : Outcome.credited());
    }
}
