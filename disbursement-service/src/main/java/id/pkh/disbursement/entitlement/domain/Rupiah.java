package id.pkh.disbursement.entitlement.domain;

/** Whole rupiah, never negative. */
public record Rupiah(long amount) implements Comparable<Rupiah> {

    public static final Rupiah ZERO = new Rupiah(0);

    public Rupiah {
        if (amount < 0) {
            throw new IllegalArgumentException("rupiah cannot be negative: " + amount);
        }
    }

    public static Rupiah of(long amount) {
        return amount == 0 ? ZERO : new Rupiah(amount);
    }

    public Rupiah plus(Rupiah other) {
        return of(Math.addExact(amount, other.amount));
    }

    /**
     * The share {@code parts / whole} of this amount, rounded HALF_UP to whole rupiah: half a
     * rupiah and more becomes one. Each member's share is rounded by itself, and the rounded shares
     * are added.
     */
    public Rupiah shareHalfUp(int parts, int whole) {
        if (parts < 0 || whole <= 0) {
            throw new IllegalArgumentException("not a share: " + parts + "/" + whole);
        }
        long doubled = Math.multiplyExact(Math.multiplyExact(amount, parts), 2L);
        return of((doubled + whole) / (2L * whole));
    }

    public boolean isZero() {
        return amount == 0;
    }

    @Override
    public int compareTo(Rupiah other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return "Rp" + amount;
    }
}
