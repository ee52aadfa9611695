package id.pkh.launcher.stack;

/** Where the money of a local or composed system comes from: accounts that do not exist. */
public final class MadeUpAccounts {

    /** A funding account at each bank, in the form of the disbursement service's setting. */
    public static final String FUNDING_ACCOUNTS =
            "BRI=000000000000001,MANDIRI=0000000000002,BNI=0000000003,BTN=0000000000000004,"
                    + "BSI=0000000005";

    private MadeUpAccounts() {}
}
