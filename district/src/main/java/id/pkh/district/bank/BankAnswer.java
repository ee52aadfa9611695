package id.pkh.district.bank;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the simulated bank has answered, for whoever wants to check what became of it.
 *
 * @param originalMessageId the file that it answers
 * @param credited transactions that it says have arrived
 * @param rejected references of refused transactions with the bank's reason code
 * @param repeated the reference of the line that stands there twice; null when none does
 * @param invented the reference of the line that answers nothing; null when there is none
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
