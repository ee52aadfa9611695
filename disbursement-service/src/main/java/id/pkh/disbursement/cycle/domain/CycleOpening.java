package id.pkh.disbursement.cycle.domain;

import id.pkh.disbursement.entitlement.domain.CoveredRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request to open a cycle, and the rules that it has to meet. */
public record CycleOpening(
        String cycleCode,
        LocalDate coversFrom,
        LocalDate coversUntil,
        String channel,
        String verificationPeriod) {

    public static final String CYCLE_CODE_INVALID = "CYCLE_CODE_INVALID";
    public static final String CYCLE_RANGE_INVALID = "CYCLE_RANGE_INVALID";
    public static final String CYCLE_NOT_WHOLE_MONTHS = "CYCLE_NOT_WHOLE_MONTHS";
    public static final String CYCLE_TOO_LONG = "CYCLE_TOO_LONG";
    public static final String CHANNEL_UNKNOWN = "CHANNEL_UNKNOWN";
    public static final String VERIFICATION_PERIOD_INVALID = "VERIFICATION_PERIOD_INVALID";

    /** A longer cycle would take its whole amount from the benefit index of one year. */
    static final int MAX_MONTHS = 12;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,29}");
    private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");
    private static final List<String> CHANNELS = List.of(PaymentCycle.BANK, PaymentCycle.POS);

    /** The code of the first rule that the request breaks. */
    public Optional<String> refusal() {
        if (cycleCode == null || !CODE.matcher(cycleCode).matches()) {
            return Optional.of(CYCLE_CODE_INVALID);
        }
        if (coversFrom == null || coversUntil == null || coversUntil.isBefore(coversFrom)) {
            return Optional.of(CYCLE_RANGE_INVALID);
        }
        if (!range().isWholeMonths()) {
            return Optional.of(CYCLE_NOT_WHOLE_MONTHS);
        }
        if (range().fullMonths() > MAX_MONTHS) {
            return Optional.of(CYCLE_TOO_LONG);
        }
        if (channel == null || !CHANNELS.contains(channel)) {
            return Optional.of(CHANNEL_UNKNOWN);
        }
        if (verificationPeriod == null || !QUARTER.matcher(verificationPeriod).matches()) {
            return Optional.of(VERIFICATION_PERIOD_INVALID);
        }
        return Optional.empty();
    }

    public CoveredRange range() {
        return new CoveredRange(coversFrom, coversUntil);
    }
}
