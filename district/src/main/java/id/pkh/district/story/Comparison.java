package id.pkh.district.story;

import id.pkh.client.disbursement.model.Payment;
import id.pkh.client.verification.model.Commitment;
import id.pkh.client.verification.model.MemberCommitment;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.ExpectedMember;
import id.pkh.district.recount.ExpectedPayment;
import id.pkh.district.recount.ExpectedStep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the results of the services with the recount, family by family. */
final class Comparison {

    private static final String NOT_VERIFIED = "COMMITMENT_NOT_VERIFIED";
    private static final int MOST_BY_NIK = 300;

    private final StoryContext context;
    private final Identities identities;
    private final Findings findings;
    private int comparedByNik;

    Comparison(StoryContext context, Identities identities) {
        this.context = context;
        this.identities = identities;
        this.findings = context.findings();
    }

    /** Every accepted family is registered, and no other. */
    void registered() {
        findings.equal(
                "families in the registry",
                context.expected().families().size(),
                identities.families());
        eachFamily((kpm, family) -> {});
    }

    private interface OfFamily {
        void compare(String kpm, ExpectedFamily family);
    }

    private void eachFamily(OfFamily comparison) {
        int missing = 0;
        for (ExpectedFamily family : context.expected().families().values()) {
            String kpm = identities.kpmOf(family.caretaker());
            if (kpm == null) {
                missing++;
            } else {
                comparison.compare(kpm, family);
            }
        }
        findings.equal("accepted families that the registry does not know", 0, missing);
    }

    void steps(
            String when,
            StandingSteps standing,
            Function<ExpectedFamily, List<ExpectedStep>> expected) {
        Set<String> seen = new HashSet<>();
        eachFamily(
                (kpm, family) -> {
                    seen.add(kpm);
                    steps(when, kpm, expected.apply(family), standing.of(kpm));
                    attribution(kpm, family, standing.of(kpm));
                });
        standing.byKpm().keySet().stream()
                .filter(kpm -> !seen.contains(kpm))
                .forEach(kpm -> findings.add(kpm + ": steps of an unexpected family"));
    }

    private void steps(
            String when, String kpm, List<ExpectedStep> expected, List<SanctionStep> found) {
        Set<String> wanted = new TreeSet<>();
        expected.forEach(step -> wanted.add(StandingSteps.text(step)));
        Set<String> there = new TreeSet<>();
        found.forEach(step -> there.add(StandingSteps.text(StandingSteps.comparable(step))));
        findings.equal(kpm + ", steps " + when + ", each once", there.size(), found.size());
        findings.equal(kpm + ", steps " + when, wanted, there);
    }

    private void attribution(String kpm, ExpectedFamily family, List<SanctionStep> steps) {
        for (SanctionStep step : steps) {
            String cause = step.getCause().toString();
            Set<String> allowed =
                    switch (cause) {
                        case NOT_VERIFIED -> family.notVerifiedAttributions();
                        case "MEETING_NOT_HELD" -> Set.of("FACILITATOR");
                        default -> Set.of("FAMILY");
                    };
            String found = step.getAttribution().toString();
            findings.isTrue(
                    kpm
                            + ", "
                            + cause
                            + ": expected the attribution to "
                            + allowed
                            + ", found "
                            + found,
                    allowed.contains(found));
        }
    }

    /**
     * Commitment results, member by member. In a large district only some families are compared by
     * the NIK of each member, because each of these needs a call; the others by component, which is
     * enough where members with the same component have the same result.
     */
    void commitments(Map<String, Commitment> found) {
        eachFamily(
                (kpm, family) -> {
                    List<MemberCommitment> members =
                            found.containsKey(kpm) ? found.get(kpm).getMembers() : List.of();
                    List<String> wanted;
                    List<String> there;
                    if (!members.isEmpty() && needsNiks(family)) {
                        Map<String, String> niks = identities.membersOf(kpm);
                        wanted = results(family, ExpectedMember::nik);
                        there = results(members, m -> niks.getOrDefault(idOf(m), "?"));
                    } else {
                        wanted = results(family, member -> "");
                        there = results(members, member -> "");
                    }
                    if (!wanted.equals(there)) {
                        findings.add(
                                kpm
                                        + ", commitments: expected "
                                        + withoutNiks(wanted)
                                        + ", found "
                                        + withoutNiks(there));
                    }
                });
    }

    private boolean needsNiks(ExpectedFamily family) {
        if (comparedByNik < MOST_BY_NIK) {
            comparedByNik++;
            return true;
        }
        Map<String, Set<String>> results = new HashMap<>();
        for (ExpectedMember member : family.members()) {
            results.computeIfAbsent(member.component(), c -> new HashSet<>()).add(member.result());
        }
        return results.values().stream().anyMatch(different -> different.size() > 1);
    }

    private static List<String> results(
            ExpectedFamily family, Function<ExpectedMember, String> who) {
        return family.members().stream()
                .map(m -> who.apply(m) + " " + m.component() + " " + m.result())
                .sorted()
                .toList();
    }

    private static List<String> results(
            List<MemberCommitment> members, Function<MemberCommitment, String> who) {
        return members.stream()
                .map(m -> who.apply(m) + " " + m.getComponent() + " " + m.getResult())
                .sorted()
                .toList();
    }

    private static String idOf(MemberCommitment member) {
        return member.getMemberId().toString();
    }

    /** NIKs are never printed. */
    private static List<String> withoutNiks(List<String> results) {
        return results.stream()
                .map(result -> result.substring(result.indexOf(' ') + 1))
                .sorted()
                .toList();
    }

    void payments(Map<String, List<Payment>> found) {
        payments(found, true);
    }

    /**
     * @param areSuspensionsInEffect false when they took effect only after the cycle: then nothing
     *     is held
     */
    void payments(Map<String, List<Payment>> found, boolean areSuspensionsInEffect) {
        eachFamily(
                (kpm, family) -> {
                    List<Payment> payments = found.getOrDefault(kpm, List.of());
                    Set<String> wanted =
                            family.payment() == null
                                    ? Set.of()
                                    : Set.of(text(family.payment(), areSuspensionsInEffect));
                    Set<String> there =
                            payments.stream().map(Comparison::text).collect(Collectors.toSet());
                    findings.equal(kpm + ", payments", wanted.size(), payments.size());
                    findings.equal(kpm + ", payment", wanted, there);
                });
        found.keySet().stream()
                .filter(kpm -> identities.caretakerOf(kpm) == null)
                .forEach(kpm -> findings.add(kpm + ": payment of an unknown family"));
    }

    private static String text(ExpectedPayment payment, boolean areSuspensionsInEffect) {
        String status = areSuspensionsInEffect ? payment.status() : "PAYABLE";
        return text(status, payment.amountIdr(), payment.warned());
    }

    private static String text(Payment payment) {
        return text(payment.getStatus().toString(), payment.getAmountIdr(), payment.getWarned());
    }

    private static String text(String status, long amount, boolean warned) {
        return String.format(Locale.ROOT, "%s Rp%,d%s", status, amount, warned ? ", warned" : "");
    }

    void decisions(Map<String, String> decided) {
        eachFamily(
                (kpm, family) ->
                        findings.equal(
                                kpm + ", decision",
                                family.decision(),
                                decided.getOrDefault(kpm, "")));
    }

    /** Why a decision about a family was lifted, by an officer or after an appeal. */
    void wayBack(Map<String, String> lifted) {
        eachFamily(
                (kpm, family) ->
                        findings.equal(
                                kpm + ", way back",
                                family.wayBack(),
                                lifted.getOrDefault(kpm, "")));
    }

    /** The registry shows a suspended family as suspended, and no other family. */
    void statuses(Identities now) {
        eachFamily(
                (kpm, family) -> {
                    String wanted =
                            !family.active()
                                    ? "CANDIDATE"
                                    : family.suspended() ? "SUSPENDED" : "ACTIVE";
                    findings.equal(kpm + ", status", wanted, now.statusOf(kpm));
                });
    }
}
