package id.pkh.disbursement.exceptions.domain;

/**
 * Whether a bank is asked about each payment of a file that it has not responded to, or about the
 * file. A bank that left some out is asked about these; a silent one about the file, because a
 * hundred thousand questions would be answered by one file as well.
 */
public final class MissingAnswers {

    /** So many payments of a file are asked about one by one. */
    public static final int MOST_ONE_BY_ONE = 100;

    private MissingAnswers() {}

    /**
     * @param missing payments of the file without a response
     * @param payments all payments of the file
     */
    public static boolean areAskedOneByOne(long missing, long payments) {
        return missing > 0 && missing < payments && missing <= MOST_ONE_BY_ONE;
    }
}
