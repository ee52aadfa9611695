package id.pkh.disbursement.difference.domain;

import id.pkh.disbursement.payment.domain.PaymentStatus;

/** How what a family is paid differs from the cycle before. */
public enum DifferenceKind {
    /** paid now, and not eligible before */
    NEW,
    /** paid now, and held or forfeited before */
    RESUMED,
    MORE,
    LESS,
    /** paid before, and held or forfeited now */
    WITHHELD,
    /** paid before, and not eligible now */
    GONE,
    /** paid the same, or not paid in either */
    SAME;

    /**
     * @param formerIdr what was paid before; 0 for nothing
     * @param presentIdr what is paid now; 0 for nothing
     */
    static DifferenceKind of(
            PaymentStatus former, long formerIdr, PaymentStatus present, long presentIdr) {
        return of(
                former,
                formerIdr > 0,
                present,
                presentIdr > 0,
                Long.compare(presentIdr, formerIdr));
    }

    /**
     * @param comparison the sign of what is paid now, less what was paid before
     */
    public static DifferenceKind of(
            PaymentStatus former,
            boolean wasPaid,
            PaymentStatus present,
            boolean isPaid,
            int comparison) {
        if (comparison == 0) {
            return SAME;
        }
        if (!wasPaid) {
            return former == PaymentStatus.NOT_ELIGIBLE ? NEW : RESUMED;
        }
        if (!isPaid) {
            return present == PaymentStatus.NOT_ELIGIBLE ? GONE : WITHHELD;
        }
        return comparison > 0 ? MORE : LESS;
    }
}
