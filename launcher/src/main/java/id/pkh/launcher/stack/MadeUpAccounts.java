package id.pkh.launcher.stack;

/** The accounts that a local or composed system pays from; they do not exist. */
public final class MadeUpAccounts {

    /** A funding account at each bank, in the form of the disbursement service's setting. */
    public static final String FUNDING_ACCOUNTS =
            "BRI=001700000001301,BNI=0170000013,MANDIRI=1700000000013,BTN=0000170000000013,BSI=7000000013,POS=017000000017";

    private MadeUpAccounts() {}
}
