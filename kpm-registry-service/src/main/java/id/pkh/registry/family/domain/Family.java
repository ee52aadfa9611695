package id.pkh.registry.family.domain;

import id.pkh.registry.identity.domain.Sealed;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A beneficiary family (KPM): the unit that is paid, identified by its family card. It enters from
 * the ministry's list, is validated, becomes active, and leaves by graduation, move, death or
 * termination. Each change returns a new {@code Family} that keeps the recorded state from before.
 * Saving it raises the version by one, however many changes it contains.
 */
public final class Family {

    /**
     * A family at one moment.
     *
     * @param baseStatus the status apart from the decisions against the family
     * @param accountRestored whether the account before a refused change was brought back, which is
     *     a change even when both are equal
     */
    private record State(
            FamilyDetails details,
            KpmStatus status,
            KpmStatus baseStatus,
            UUID caretakerId,
            Map<UUID, Member> members,
            Map<UUID, FormerMember> former,
            boolean accountRestored) {

        State with(FamilyDetails others) {
            return new State(
                    others, status, baseStatus, caretakerId, members, former, accountRestored);
        }

        State with(KpmStatus other, KpmStatus base) {
            return new State(details, other, base, caretakerId, members, former, accountRestored);
        }

        State with(UUID otherCaretaker) {
            return new State(
                    details, status, baseStatus, otherCaretaker, members, former, accountRestored);
        }

        State restored() {
            return new State(details, status, baseStatus, caretakerId, members, former, true);
        }

        Member caretaker() {
            return isCaretakerPresent()
                    ? members.get(caretakerId)
                    : former.get(caretakerId).member();
        }

        boolean hasPayeeOf(State other) {
            return Objects.equals(details.payingBank(), other.details.payingBank())
                    && details.account().equals(other.details.account())
                    && caretakerId.equals(other.caretakerId)
                    && caretaker().name().equals(other.caretaker().name())
                    && accountRestored == other.accountRestored;
        }

        State with(Member member) {
            Map<UUID, Member> others = new TreeMap<>(members);
            others.put(member.id(), member);
            return new State(
                    details,
                    status,
                    baseStatus,
                    caretakerId,
                    Collections.unmodifiableMap(others),
                    former,
                    accountRestored);
        }

        State without(UUID memberId, LocalDate since) {
            Map<UUID, Member> others = new TreeMap<>(members);
            Map<UUID, FormerMember> gone = new TreeMap<>(former);
            gone.put(memberId, new FormerMember(others.remove(memberId), since));
            return new State(
                    details,
                    status,
                    baseStatus,
                    caretakerId,
                    Collections.unmodifiableMap(others),
                    Collections.unmodifiableMap(gone),
                    accountRestored);
        }

        boolean isCaretakerPresent() {
            return members.containsKey(caretakerId);
        }
    }

    private final UUID id;
    private final Sealed card;
    private final long versionOnRecord;
    private final State before;
    private final State now;
    private final LocalDate changedOn;

    private Family(
            UUID id, Sealed card, long version, State before, State now, LocalDate changedOn) {
        this.id = id;
        this.card = card;
        this.versionOnRecord = version;
        this.before = before;
        this.now = now;
        this.changedOn = changedOn;
    }

    public static Family onRecord(
            UUID id,
            Sealed card,
            long version,
            FamilyDetails details,
            KpmStatus status,
            KpmStatus baseStatus,
            UUID caretakerId,
            Collection<Member> members,
            Collection<FormerMember> former) {
        Map<UUID, Member> byId = new TreeMap<>();
        members.forEach(member -> byId.put(member.id(), member));
        Map<UUID, FormerMember> gone = new TreeMap<>();
        former.forEach(one -> gone.put(one.member().id(), one));
        State state = new State(details, status, baseStatus, caretakerId, byId, gone, false);
        return new Family(id, card, version, state, state, null);
    }

    public static Family registered(
            UUID id,
            Sealed card,
            FamilyDetails details,
            KpmStatus status,
            UUID caretakerId,
            Person caretaker) {
        Member member = Member.joining(caretakerId, caretaker);
        State state =
                new State(
                        details,
                        status,
                        status,
                        caretakerId,
                        Map.of(caretakerId, member),
                        Map.of(),
                        false);
        return new Family(id, card, 0, null, state, details.participatingSince());
    }

    public UUID id() {
        return id;
    }

    public Sealed card() {
        return card;
    }

    public FamilyDetails details() {
        return now.details();
    }

    public KpmStatus status() {
        return now.status();
    }

    /** The status apart from the decisions against the family. */
    public KpmStatus baseStatus() {
        return now.baseStatus();
    }

    public Member caretaker() {
        return now.caretaker();
    }

    /** In the order of the ids, which is the order in which the members joined. */
    public Collection<Member> members() {
        return now.members().values();
    }

    /** Persons who joined another family while this one had left. */
    public Collection<FormerMember> formerMembers() {
        return now.former().values();
    }

    public Optional<Member> member(UUID memberId) {
        return Optional.ofNullable(now.members().get(memberId));
    }

    public Optional<Member> memberByNik(String nikToken) {
        return now.members().values().stream()
                .filter(member -> member.nik().token().equals(nikToken))
                .findFirst();
    }

    public Family describedAs(FamilyDetails details, LocalDate on) {
        return changed(now.with(details), on);
    }

    /** A step on the way into the programme. */
    public Family inStatus(KpmStatus status, LocalDate on) {
        return changed(now.with(status, status), on);
    }

    /** The status that follows from the decisions about the family. */
    public Family following(Membership membership, LocalDate on) {
        return changed(now.with(membership.status(), membership.baseStatus()), on);
    }

    /**
     * Makes a member the caretaker. The age of the present caretaker is not checked again.
     *
     * @param born birth date of the member; when only the NIK is known, the latest it can mean
     * @param adultOn the day on which the member has to be an adult
     */
    public Ruling<Family> caredForBy(
            UUID memberId, LocalDate born, LocalDate on, LocalDate adultOn) {
        if (memberId.equals(now.caretakerId())) {
            return Ruling.permitted(this);
        }
        if (now.members().get(memberId).isDeceased()) {
            return Ruling.refused(Member.MEMBER_DECEASED);
        }
        return CaretakerAge.refusal(born, adultOn)
                .<Ruling<Family>>map(Ruling::refused)
                .orElseGet(() -> Ruling.permitted(changed(now.with(memberId), on)));
    }

    /** Brings back the bank, account and caretaker that stood before a refused change. */
    public Family withAccountRestored(
            PayingBank bank, Sealed account, UUID caretakerId, Sealed caretakerName, LocalDate on) {
        return changed(
                now.with(details().paidAt(bank, account))
                        .with(caretakerId)
                        .with(now.members().get(caretakerId).named(caretakerName))
                        .restored(),
                on);
    }

    /** Adds a person with the stated component, or a caretaker without one. */
    public Family joinedBy(UUID memberId, Person person, LocalDate on) {
        return changed(now.with(Member.joining(memberId, person)), on);
    }

    /**
     * A person joins another family, because this one has left or by a transfer. The former
     * membership is kept.
     */
    public Family released(UUID memberId, LocalDate since) {
        return changed(now.without(memberId, since), since);
    }

    public Family with(Member member, LocalDate on) {
        return changed(now.with(member), on);
    }

    /**
     * Replaces a member. The change is in effect from the first day on which the components differ.
     *
     * @param otherwiseOn the day of the change when the components do not differ
     */
    public Family withDated(Member member, LocalDate otherwiseOn) {
        Components earlier = member(member.id()).map(Member::components).orElse(Components.NONE);
        return with(member, member.components().firstDifferenceFrom(earlier).orElse(otherwiseOn));
    }

    /**
     * The latest day of several simultaneous changes, because the family has its present state from
     * that day. A new family has its present state from its first day.
     */
    private Family changed(State next, LocalDate on) {
        if (next.equals(now)) {
            return this;
        }
        boolean isLater = changedOn == null || (!isNew() && on.isAfter(changedOn));
        return new Family(id, card, versionOnRecord, before, next, isLater ? on : changedOn);
    }

    public boolean isNew() {
        return before == null;
    }

    public boolean isChanged() {
        return !now.equals(before);
    }

    /** Whether the family itself changed, and not only its members. */
    public boolean isRowChanged() {
        return isNew()
                || !now.details().equals(before.details())
                || now.status() != before.status()
                || now.baseStatus() != before.baseStatus()
                || !now.caretakerId().equals(before.caretakerId());
    }

    /**
     * Whether the family has moved out of an area.
     *
     * @param chars of the code of such an area
     */
    public boolean isInAnotherArea(int chars) {
        return !isNew()
                && !now.details()
                        .villageCode()
                        .regionMatches(0, before.details().villageCode(), 0, chars);
    }

    /**
     * Whether the money of the family would go elsewhere: to another account, or to a caretaker of
     * another name. A bank compares the name with that of the account, so a correction counts too.
     */
    public boolean isPayeeChanged() {
        return isNew() || !now.hasPayeeOf(before);
    }

    public boolean hasOrHadAccount() {
        return now.details().hasAccount() || (before != null && before.details().hasAccount());
    }

    public Optional<KpmStatus> statusBefore() {
        return Optional.ofNullable(before).map(State::status);
    }

    public LocalDate changedOn() {
        return changedOn;
    }

    public long version() {
        return isChanged() ? versionOnRecord + 1 : versionOnRecord;
    }

    public List<Member> addedMembers() {
        return now.members().values().stream().filter(member -> earlier(member).isEmpty()).toList();
    }

    /** Persons who have joined another family with this change. */
    public List<FormerMember> releasedMembers() {
        return now.former().values().stream()
                .filter(gone -> before != null && !before.former().containsKey(gone.member().id()))
                .toList();
    }

    public List<Member> changedMembers() {
        return now.members().values().stream()
                .filter(member -> earlier(member).filter(m -> !m.equals(member)).isPresent())
                .toList();
    }

    /** Members of whom the name, the number or the birth date is another one. */
    public List<Member> correctedMembers() {
        return changedMembers().stream()
                .filter(member -> earlier(member).filter(member::isSamePerson).isEmpty())
                .toList();
    }

    /** Whether something changed by which its persons, or its account, are compared with others. */
    public boolean isToCompare() {
        return isNew()
                || before.status().isFinal() != now.status().isFinal()
                || isPayeeChanged()
                || !now.details().villageCode().equals(before.details().villageCode())
                || !addedMembers().isEmpty()
                || !releasedMembers().isEmpty()
                || changedMembers().stream()
                        .anyMatch(
                                member -> earlier(member).filter(member::isRecognisedAs).isEmpty());
    }

    /** The components of a member that this change made history. */
    public List<ComponentSpan> displacedOf(Member member) {
        List<ComponentSpan> past = member.components().past();
        int known = earlier(member).map(m -> m.components().past().size()).orElse(0);
        return past.subList(known, past.size());
    }

    private Optional<Member> earlier(Member member) {
        return Optional.ofNullable(before).map(state -> state.members().get(member.id()));
    }

    public KpmFacts facts() {
        return facts(now, version());
    }

    public KpmFacts factsBefore() {
        return facts(before, versionOnRecord);
    }

    private KpmFacts facts(State state, long version) {
        FamilyDetails details = state.details();
        return new KpmFacts(
                id,
                version,
                state.status(),
                state.baseStatus(),
                details.villageCode(),
                details.groupCode(),
                state.caretakerId(),
                state.caretaker().nik().token(),
                details.payingBank(),
                details.hasAccount() && state.isCaretakerPresent(),
                Stream.concat(
                                state.members().values().stream().flatMap(Member::facts),
                                state.former().values().stream().flatMap(FormerMember::facts))
                        .toList());
    }
}
