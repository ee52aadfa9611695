package id.pkh.verification.support;

import java.util.concurrent.atomic.AtomicInteger;

/** NIKs that are well-formed and belong to nobody. */
public final class Niks {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Niks() {}

    public static String next() {
        int n = NEXT.getAndIncrement();
        return "177108"
                + "%02d".formatted(1 + n / 9000 % 28)
                + "0616"
                + "%04d".formatted(1 + n % 9000);
    }
}
