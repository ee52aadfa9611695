package id.pkh.district.bank;

import java.util.Map;
import java.util.TreeMap;

/**
 * The responses of the simulated bank, for checking the results.
 *
 * @param originalMessageId the file that it responds to
 * @param credited transactions that it reports as credited
 * @param rejected references of refused transactions, with the bank's reason code
 * @param repeated the reference of the line that occurs twice; null when there is none
 * @param invented the reference of the line that belongs to no transaction; null when there is none
 */
public record BankAnswer(
        String originalMessageId,
        long transactions,
        long credited,
        Map<String, String> rejected,
        String repeated,
        String invented) {

    public BankAnswer {
        rejected = Map.copyOf(new TreeMap<>(rejected));
    }
}
