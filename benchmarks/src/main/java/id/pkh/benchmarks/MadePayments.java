package id.pkh.benchmarks;

import java.util.UUID;

/**
 * Payments of one batch that need not be stored: all data of a payment follows from its number.
 * Identifiers are ordered by time, as in the services.
 */
public final class MadePayments {

    public static final String MESSAGE_ID = "PKH-2026T2-BRI-001";
    public static final String CYCLE_CODE = "2026-T2";
    public static final String REMITTANCE = "PKH TAHAP 2 2026";
    public static final String BANK = "BRI";
    public static final String BIC = "BRINIDJA";
    public static final String FUNDING_ACCOUNT = "001700000001301";
    public static final String DEBTOR = "KEMENTERIAN SOSIAL RI";
    public static final String VILLAGE = "17.71.08.1001";

    private static final long BEGIN_MILLIS = 1_775_000_000_000L;
    private static final int IDS_A_MILLI = 20;
    private static final long STEP_IDR = 25_000;
    private static final int STEPS = 40;
    private static final String[] FIRST = {
        "SITI",
        "DEWI",
        "NUR",
        "SRI",
        "RINA",
        "FATIMAH",
        "YANTI",
        "LESTARI",
        "AMINAH",
        "INDAH & PUTRI"
    };
    private static final String[] LAST = {
        "AMINAH", "WULANDARI", "HAYATI", "RAHAYU", "SAFITRI", "ZAHRA", "KUSUMA", "HANDAYANI", "SARI"
    };

    private MadePayments() {}

    public static UUID family(int number) {
        return id(1, number);
    }

    public static UUID payment(int number) {
        return id(2, number);
    }

    public static UUID instruction(int number) {
        return id(3, number);
    }

    /** An identifier of the same form that belongs to no payment. */
    static UUID stranger(int number) {
        return id(4, number);
    }

    private static UUID id(long kind, int number) {
        long millis = BEGIN_MILLIS + kind * 100_000_000L + number / IDS_A_MILLI;
        long high = millis << 16 | 0x7000 | number % IDS_A_MILLI * 200L;
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L ^ kind * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
        return new UUID(high, mixed >>> 2 | 0x8000000000000000L);
    }

    public static String name(int number) {
        return FIRST[number % FIRST.length] + " " + LAST[number / FIRST.length % LAST.length];
    }

    public static String account(int number) {
        return Long.toString(100_000_000_000_000L + number * 7_919L);
    }

    public static long amountIdr(int number) {
        return STEP_IDR * (1 + number % STEPS);
    }

    static long sumIdr(int payments) {
        long sum = 0;
        for (int number = 0; number < payments; number++) {
            sum += amountIdr(number);
        }
        return sum;
    }

    /** An id as it is written in a bank's file. */
    public static String reference(UUID id) {
        return id.toString().replace("-", "");
    }
}
