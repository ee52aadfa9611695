package id.pkh.registry.dci.domain;

import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an enrolment in another programme means here. The tables are in docs/rules/dci.md. Nothing
 * is guessed: what is not in them means nothing.
 */
public final class ReportedEnrolment {

    private static final Map<String, Programme> PROGRAMMES =
            Map.of(
                    "KIS", Programme.KIS,
                    "PBI-JKN", Programme.KIS,
                    "KIP", Programme.KIP,
                    "PIP", Programme.KIP,
                    "SEMBAKO", Programme.SEMBAKO,
                    "BPNT", Programme.SEMBAKO);

    private static final Map<String, Status> STATUSES =
            Map.of(
                    "1", Status.HAS,
                    "ACTIVE", Status.HAS,
                    "3", Status.LACKS,
                    "GRADUATED", Status.LACKS,
                    "4", Status.UNPAID,
                    "SUSPENDED", Status.UNPAID);

    private ReportedEnrolment() {}

    /** The programme that an identifier names, with or without its name space. */
    public static Optional<Programme> programmeOf(String identifier) {
        return Optional.ofNullable(PROGRAMMES.get(word(identifier)));
    }

    /** What a code or a word of the standard's list says of a family; a death says nothing. */
    public static Optional<Status> statusOf(String enrolmentStatus) {
        return Optional.ofNullable(STATUSES.get(word(enrolmentStatus)));
    }

    private static String word(String written) {
        return LocalName.of(written).strip().toUpperCase(Locale.ROOT);
    }
}
