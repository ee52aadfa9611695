package id.pkh.district.generate;

import java.util.List;

/**
 * Seeded random numbers (SplitMix64). Every family and every file has its own sequence, so the
 * results do not depend on the order in which they are generated.
 */
final class Dice {

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, long... path) {
        Dice dice = new Dice(seed);
        for (long step : path) {
            dice.state = dice.next() ^ (step * 0xD1342543DE82EF95L);
        }
        return dice;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 0 to bound - 1. */
    int upTo(int bound) {
        return (int) Math.floorMod(next(), (long) bound);
    }

    int between(int lowest, int highest) {
        return lowest + upTo(highest - lowest + 1);
    }

    boolean permille(int chance) {
        return upTo(1000) < chance;
    }

    /** An index, chosen according to the weights. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int thrown = upTo(sum);
        int index = 0;
        while (thrown >= weights[index]) {
            thrown -= weights[index++];
        }
        return index;
    }

    <T> T pick(List<T> from) {
        return from.get(upTo(from.size()));
    }
}
