package id.pkh.disbursement.exceptions.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * How long banks may take to respond before a missing response becomes an exception.
 *
 * @param otherwise of banks that have no days of their own
 */
public record AnswerTimes(Duration otherwise, Map<String, Integer> bankDays) {

    /** The banks with days of their own. */
    public Set<String> banks() {
        return bankDays.keySet();
    }

    /** What was sent to the bank before this time is overdue now. */
    public Instant sentBefore(String bank, Instant now) {
        return now.minus(of(bank));
    }

    /** What was sent before this time to a bank without days of its own is overdue now. */
    public Instant sentBefore(Instant now) {
        return now.minus(otherwise);
    }

    /** A bank that has begun a day of its time has the whole day. */
    public int wholeDays(String bank) {
        return (int) of(bank).plusDays(1).minusNanos(1).toDays();
    }

    private Duration of(String bank) {
        Integer days = bank == null ? null : bankDays.get(bank);
        return days == null ? otherwise : Duration.ofDays(days);
    }
}
