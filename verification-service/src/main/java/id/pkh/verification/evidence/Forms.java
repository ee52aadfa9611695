package id.pkh.verification.evidence;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/** Forms that were received, and the people on them. */
public interface Forms {

    /** The current form: the latest revision of its service point and quarter. */
    record CurrentForm(UUID formId, int revision) {}

    /** A person as the registry published it. */
    record Person(
            UUID kpmId,
            UUID memberId,
            String nikToken,
            String villageCode,
            String component,
            LocalDate since,
            LocalDate until,
            String schoolId) {}

    /** A revision of a form. */
    record Received(
            UUID formId,
            FormKind kind,
            String pointCode,
            VerificationPeriod quarter,
            int revision,
            String sha256,
            String correctionReason,
            String receivedBy,
            Instant receivedAt) {}

    /** A person on a form, with the entries of the form. */
    record Entry(Person person, String note, SortedMap<YearMonth, MonthEvidence> months) {}

    /**
     * Locks the service point and quarter until the transaction ends, so that no other form of them
     * is received.
     */
    void lock(FormKind kind, String pointCode, VerificationPeriod quarter);

    Optional<CurrentForm> current(FormKind kind, String pointCode, VerificationPeriod quarter);

    /**
     * People with these NIKs in the scope; several for one NIK when the person is or was in several
     * families.
     */
    List<Person> people(Collection<String> nikTokens, AreaScope scope);

    /** Whether the form contains people who live outside the scope. */
    boolean reachesBeyond(UUID formId, AreaScope scope);

    /** What the form states, by person. */
    Map<UUID, SortedMap<YearMonth, MonthEvidence>> entries(UUID formId);

    Set<UUID> familiesOn(UUID formId);

    /** Adds a revision, which becomes the current form. */
    void add(Received form, List<Entry> entries);

    /** Families that are affected by the arrival of a form, even if they are not on it. */
    Set<UUID> familiesWaitingFor(Received form);
}
