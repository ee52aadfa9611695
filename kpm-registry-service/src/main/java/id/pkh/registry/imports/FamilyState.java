package id.pkh.registry.imports;

import id.pkh.registry.enrolment.domain.ComponentSpan;
import id.pkh.registry.enrolment.domain.KpmFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A family while a chunk is applied: as it was, and as it is now. */
final class FamilyState {

    /** A component that another one displaced. */
    record Displaced(UUID memberId, ComponentSpan span, String npsn) {}

    private final FamilyRecord before;
    private final Map<UUID, MemberRecord> membersBefore = new TreeMap<>();
    private FamilyRecord now;
    private final Map<UUID, MemberRecord> membersNow = new TreeMap<>();
    private final List<Displaced> history = new ArrayList<>();
    private final List<Displaced> displaced = new ArrayList<>();
    private LocalDate changedOn;
    private boolean rowChanged;

    private FamilyState(FamilyRecord before, FamilyRecord now) {
        this.before = before;
        this.now = now;
    }

    static FamilyState onRecord(
            FamilyRecord family, Collection<MemberRecord> members, Collection<Displaced> history) {
        FamilyState state = new FamilyState(family, family);
        members.forEach(member -> state.membersBefore.put(member.id(), member));
        state.membersNow.putAll(state.membersBefore);
        state.history.addAll(history);
        return state;
    }

    static FamilyState registered(FamilyRecord family, MemberRecord caretaker) {
        FamilyState state = new FamilyState(null, family);
        state.membersNow.put(caretaker.id(), caretaker);
        return state;
    }

    boolean isNew() {
        return before == null;
    }

    boolean isChanged() {
        return changedOn != null;
    }

    /** Whether more of the family's own row changed than its version. */
    boolean isRowChanged() {
        return rowChanged;
    }

    FamilyRecord family() {
        return now;
    }

    MemberRecord caretaker() {
        return membersNow.get(now.caretakerMemberId());
    }

    Optional<MemberRecord> memberByNik(String nikToken) {
        return membersNow.values().stream()
                .filter(member -> member.nik().token().equals(nikToken))
                .findFirst();
    }

    /** Whether the member carried this component before the present one. */
    boolean carriedBefore(UUID memberId, ComponentSpan span) {
        return Stream.concat(history.stream(), displaced.stream())
                .filter(earlier -> earlier.memberId().equals(memberId))
                .map(Displaced::span)
                .anyMatch(
                        earlier ->
                                earlier.type() == span.type()
                                        && earlier.since().equals(span.since()));
    }

    /** Whether an earlier component of the member lasted to that day or longer. */
    boolean carriedAnotherOn(UUID memberId, LocalDate day) {
        return Stream.concat(history.stream(), displaced.stream())
                .filter(earlier -> earlier.memberId().equals(memberId))
                .anyMatch(earlier -> !earlier.span().until().isBefore(day));
    }

    void change(FamilyRecord family, LocalDate on) {
        now = family;
        rowChanged = true;
        touch(on);
    }

    void put(MemberRecord member, LocalDate on) {
        membersNow.put(member.id(), member);
        touch(on);
    }

    void displace(MemberRecord member, ComponentSpan span) {
        displaced.add(new Displaced(member.id(), span, member.npsn()));
    }

    List<Displaced> displaced() {
        return displaced;
    }

    /** The latest day of all changes: from then on the family is as it is now. */
    LocalDate changedOn() {
        return changedOn;
    }

    void raiseVersion() {
        now = now.nextVersion();
    }

    List<MemberRecord> addedMembers() {
        return membersNow.values().stream()
                .filter(member -> !membersBefore.containsKey(member.id()))
                .toList();
    }

    List<MemberRecord> changedMembers() {
        return membersNow.values().stream()
                .filter(member -> membersBefore.containsKey(member.id()))
                .filter(member -> member != membersBefore.get(member.id()))
                .toList();
    }

    KpmFacts factsBefore() {
        return facts(before, membersBefore, history.stream());
    }

    KpmFacts factsNow() {
        return facts(now, membersNow, Stream.concat(history.stream(), displaced.stream()));
    }

    private void touch(LocalDate on) {
        if (changedOn == null || on.isAfter(changedOn)) {
            changedOn = on;
        }
    }

    private static KpmFacts facts(
            FamilyRecord family, Map<UUID, MemberRecord> members, Stream<Displaced> past) {
        Stream<KpmFacts.Member> present =
                members.values().stream()
                        .filter(member -> member.component() != null)
                        .map(member -> fact(member, member.component(), member.npsn()));
        Stream<KpmFacts.Member> earlier =
                past.map(p -> fact(members.get(p.memberId()), p.span(), p.npsn()));
        return new KpmFacts(
                family.id(),
                family.version(),
                family.status(),
                family.villageCode(),
                family.groupCode(),
                family.caretakerMemberId(),
                members.get(family.caretakerMemberId()).nik().token(),
                family.bank(),
                family.account().token() != null,
                Stream.concat(present, earlier).toList());
    }

    private static KpmFacts.Member fact(MemberRecord member, ComponentSpan span, String npsn) {
        return new KpmFacts.Member(
                member.id(), member.nik().token(), member.birthDate(), npsn, span);
    }
}
