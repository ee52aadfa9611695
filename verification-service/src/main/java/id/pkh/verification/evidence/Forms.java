package id.pkh.verification.evidence;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/** Forms that were received, the lines on them, and the people. */
public interface Forms {

    /** A person as the registry published it. */
    record Person(
            UUID kpmId,
            UUID memberId,
            String nikToken,
            String villageCode,
            String component,
            LocalDate since,
            LocalDate until,
            String schoolId,
            String nisnToken) {}

    /**
     * A form as it was received.
     *
     * @param revision number of the form among all forms of its service point and quarter
     * @param areas of the sender: the form reports for them and for no others
     */
    record Received(
            UUID formId,
            FormKind kind,
            String pointCode,
            VerificationPeriod quarter,
            int revision,
            String sha256,
            String correctionReason,
            String receivedBy,
            Instant receivedAt,
            AreaScope areas) {}

    /**
     * What a form states about a person.
     *
     * @param removed months whose line of this sender is taken away
     */
    record Entry(
            Person person,
            String note,
            SortedMap<YearMonth, MonthEvidence> months,
            Set<YearMonth> removed) {}

    /**
     * Locks the service point and quarter until the transaction ends, so that no other form of them
     * is received.
     */
    void lock(FormKind kind, String pointCode, VerificationPeriod quarter);

    /** Number of the latest form of a service point and quarter; 0 when there is none. */
    int latestRevision(FormKind kind, String pointCode, VerificationPeriod quarter);

    /** The same for the forms of one sender. */
    int latestRevisionOf(
            String sender, FormKind kind, String pointCode, VerificationPeriod quarter);

    /**
     * People with these NIKs in the scope; several for one NIK when the person is or was in several
     * families.
     */
    List<Person> people(Collection<String> nikTokens, AreaScope scope);

    /** People with these ids in the scope, with every component that they have or had. */
    List<Person> members(Collection<UUID> memberIds, AreaScope scope);

    /** Everybody who was a pupil of a school in the quarter, of all areas. */
    List<Person> pupils(String school, VerificationPeriod quarter);

    /**
     * People with these NIKs who live outside the scope, as far as the sender of their service
     * point's form meets them anyway: pupils of the school, or people of the sub-districts in which
     * the sender works. Whether anybody else is in the programme is not told.
     */
    List<Person> peopleNearby(
            Collection<String> nikTokens, FormKind kind, String pointCode, AreaScope scope);

    /** The lines of the service point about these people in the quarter, of every sender. */
    List<EvidenceLine> lines(
            FormKind kind,
            String pointCode,
            VerificationPeriod quarter,
            Collection<UUID> memberIds);

    /**
     * Adds a form with its lines.
     *
     * @param elsewhere people on the form who live outside the sender's areas
     * @return whether the service point had not reported for some of the sender's areas before
     */
    boolean add(Received form, List<Entry> entries, List<Person> elsewhere);

    /** How many families of each village the forms of a health service name in the quarter. */
    SortedMap<String, Integer> attending(String pointCode, VerificationPeriod quarter);

    /** Families in the form's areas that waited for the service point to report. */
    Set<UUID> familiesWaitingFor(Received form);
}
