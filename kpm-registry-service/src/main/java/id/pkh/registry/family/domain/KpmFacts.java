package id.pkh.registry.family.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A family at one version, as other services may see it: as tokens instead of numbers, and without
 * any name or address.
 *
 * @param caretakerNikToken keyed HMAC of the caretaker's NIK
 * @param members the present and past components, by member and first day: the late assessment of a
 *     quarter needs the components of that quarter
 */
public record KpmFacts(
        UUID id,
        long version,
        KpmStatus status,
        KpmStatus baseStatus,
        String villageCode,
        String groupCode,
        UUID caretakerMemberId,
        String caretakerNikToken,
        PayingBank payingBank,
        boolean accountKnown,
        List<Member> members) {

    private static final Comparator<Member> IN_ORDER =
            Comparator.comparing(Member::id).thenComparing(member -> member.component().since());

    public KpmFacts {
        members = members.stream().sorted(IN_ORDER).toList();
    }

    /**
     * A member with one of the member's present or past components.
     *
     * @param nisn pupil number, of which other services see a token; null when it is not recorded
     */
    public record Member(
            UUID id, String nikToken, String nisn, LocalDate birthDate, ComponentSpan component) {

        /** The component ends on this day, if it does not end before. */
        Member until(LocalDate last) {
            boolean endsBefore = component.until() != null && !component.until().isAfter(last);
            return endsBefore
                    ? this
                    : new Member(
                            id,
                            nikToken,
                            nisn,
                            birthDate,
                            new ComponentSpan(
                                    component.type(), component.since(), last, component.school()));
        }
    }

    /** The components of the members. */
    public record Carried(UUID memberId, ComponentType type) {}

    public List<Carried> carriedOn(LocalDate day) {
        return members.stream()
                .filter(member -> member.component().isCarriedOn(day))
                .map(member -> new Carried(member.id(), member.component().type()))
                .toList();
    }

    /** Whether other services would see no difference apart from the version. */
    public boolean hasSameContentAs(KpmFacts other) {
        return atVersion(0).equals(other.atVersion(0));
    }

    private KpmFacts atVersion(long other) {
        return new KpmFacts(
                id,
                other,
                status,
                baseStatus,
                villageCode,
                groupCode,
                caretakerMemberId,
                caretakerNikToken,
                payingBank,
                accountKnown,
                members);
    }
}
