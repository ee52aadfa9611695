package id.pkh.disbursement.report.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The messages of banks that are read, each in several versions. */
public enum ReportKind {
    /** The status of the instructions of one file. */
    PAIN_002("pain.002.001.", "03 04 05 06 07 08 09 10 11 12 13 14"),
    /** What was credited and returned, of any number of files. */
    CAMT_054("camt.054.001.", "02 04 08"),
    /** All that was booked on the funding account, with its balances. */
    CAMT_053("camt.053.001.", "02 03 04 05 06 07 08"),
    /** The same in the older form of SWIFT, which has no namespace: one stands for it. */
    MT_940(ReportKind.MT940_NAMESPACE),
    /** A table of a bank that is read with its profile, about any number of files. */
    BANK_LIST(ReportKind.PROFILE_PREFIX);

    public static final String MT940_NAMESPACE = "urn:swift:mt940";

    /** Of a table, before the id of the profile with which it was read. */
    public static final String PROFILE_PREFIX = "urn:pkh:bank-profile:";

    private static final String PREFIX = "urn:iso:std:iso:20022:tech:xsd:";

    private final String message;
    private final Set<String> versions;

    ReportKind(String message, String versions) {
        this.message = PREFIX + message;
        this.versions = Set.of(versions.split(" "));
    }

    ReportKind(String namespace) {
        this.message = namespace;
        this.versions = Set.of("");
    }

    /** The kind of message with this namespace; empty when it is not read. */
    public static Optional<ReportKind> of(String namespace) {
        if (namespace.startsWith(PROFILE_PREFIX)) {
            return Optional.of(BANK_LIST);
        }
        return Arrays.stream(values())
                .filter(
                        kind ->
                                namespace.startsWith(kind.message)
                                        && kind.versions.contains(
                                                namespace.substring(kind.message.length())))
                .findFirst();
    }
}
