package id.pkh.disbursement.bankkey.signature;

import id.pkh.disbursement.bankkey.domain.BankKey.KeyKind;
import java.time.LocalDate;

/**
 * What a certificate or a public key states about itself.
 *
 * @param fingerprint in hex
 * @param owner null where it names none
 * @param from its own first day, in UTC
 * @param until its own last day; null where it never ends
 */
public record ReadKey(String fingerprint, String owner, LocalDate from, LocalDate until) {

    /** It cannot be read, or nobody may sign with it. */
    public static final class Unusable extends Exception {

        private final boolean readable;

        private Unusable(boolean readable, Throwable cause) {
            super(readable ? "unfit" : "unreadable", cause);
            this.readable = readable;
        }

        static Unusable unreadable(Throwable cause) {
            return new Unusable(false, cause);
        }

        /** It is too weak, revoked, or made for something else. */
        static Unusable unfit() {
            return new Unusable(true, null);
        }

        public boolean isReadable() {
            return readable;
        }
    }

    public static ReadKey of(KeyKind kind, byte[] content) throws Unusable {
        return switch (kind) {
            case X509 -> CmsSignatures.read(content);
            case OPENPGP -> PgpSignatures.read(content);
        };
    }
}
