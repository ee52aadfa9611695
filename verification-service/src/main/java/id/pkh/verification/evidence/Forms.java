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

    /** The form that counts: the latest revision of its point and quarter. */
    record CurrentForm(UUID formId, int revision) {}

    /** A person as the registry published them. */
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

    /** A person on a form with the entries it has for them. */
    record Entry(Person person, String note, SortedMap<YearMonth, MonthEvidence> months) {}

    /** Until the transaction ends, no other form of the same point and quarter is received. */
    void lock(FormKind kind, String pointCode, VerificationPeriod quarter);

    Optional<CurrentForm> current(FormKind kind, String pointCode, VerificationPeriod quarter);

    /**
     * People with these NIKs in the scope; several for one NIK when the person is or was in several
     * families.
     */
    List<Person> people(Collection<String> nikTokens, AreaScope scope);

    /** Whether people are on the form who live outside the scope. */
    boolean reachesBeyond(UUID formId, AreaScope scope);

    /** What the form states, by person. */
    Map<UUID, SortedMap<YearMonth, MonthEvidence>> entries(UUID formId);

    Set<UUID> familiesOn(UUID formId);

    /** Adds a revision, which becomes the current form. */
    void add(Received form, List<Entry> entries);

    /** Families for whom it matters that a form came at all, though they may not be on it. */
    Set<UUID> familiesWaitingFor(Received form);
}
