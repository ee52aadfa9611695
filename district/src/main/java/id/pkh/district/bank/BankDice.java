package id.pkh.district.bank;

/**
 * Seeded random numbers (SplitMix64) that depend only on the reference, not on the order of a file.
 */
final class BankDice {

    private BankDice() {}

    /** 0 to bound - 1, the same for the same seed and reference. */
    static int throwFor(long seed, String reference, int bound) {
        long state = seed;
        for (int i = 0; i < reference.length(); i++) {
            state = mixed(state ^ reference.charAt(i));
        }
        return (int) Math.floorMod(state, (long) bound);
    }

    private static long mixed(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
