package id.pkh.district.recount;

import id.pkh.district.manifest.Manifest;
import id.pkh.district.manifest.Manifest.Act;
import id.pkh.district.manifest.Manifest.Correction;
import id.pkh.district.recount.Facts.Family;
import id.pkh.district.recount.Ladder.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the expected results directly from the input files, by the rule pages alone. It shares no
 * code with the generator, the story or the services, so that it does not repeat their mistakes.
 */
public final class Recount {

    private final Path folder;
    private final Manifest manifest;
    private final RegistryInput registry;
    private final FormInput forms;
    private final SheetInput meetings;
    private final SheetInput sessions;
    private final List<YearMonth> closedMonths;

    private Recount(Path folder, Manifest manifest) throws IOException {
        this.folder = folder;
        this.manifest = manifest;
        this.registry = new RegistryInput(folder);
        this.forms = new FormInput(folder, registry);
        this.meetings = new SheetInput(folder, registry);
        this.sessions = new SheetInput(folder, registry);
        this.closedMonths =
                manifest.acts("CLOSE_MONTH").map(act -> YearMonth.parse(act.month())).toList();
    }

    public static Expectations of(Path folder, Manifest manifest) throws IOException {
        return new Recount(folder, manifest).count();
    }

    private Expectations count() throws IOException {
        for (Act act : manifest.acts("SHEETS").toList()) {
            (act.kind().equals("p2k2") ? sessions : meetings).readAll(act.folder());
        }
        for (Act act : manifest.acts("FORMS").toList()) {
            if (act.kind().equals("health-visits")) {
                forms.readHealth(act.folder());
            } else {
                forms.readSchools(act.folder());
            }
        }
        Map<String, List<ExpectedMember>> members = members();
        Map<String, List<ExpectedStep>> whenDecided = steps(members);
        for (Correction correction : manifest.corrections()) {
            Path file = folder.resolve(correction.file());
            (correction.kind().equals("p2k2") ? sessions : meetings).read(file);
        }
        Map<String, List<ExpectedStep>> atTheEnd = steps(members);
        Map<String, String> decisions = decisions(whenDecided);
        WayBack wayBack = new WayBack(manifest);
        registry.familyOfCaretaker.forEach(
                (nik, family) ->
                        wayBack.add(
                                nik,
                                family.active(),
                                decisions.getOrDefault(nik, ""),
                                whenDecided.get(nik),
                                atTheEnd.get(nik)));
        Map<String, ExpectedFamily> families = new LinkedHashMap<>();
        registry.familyOfCaretaker.forEach(
                (nik, family) ->
                        families.put(
                                nik,
                                family(
                                        family,
                                        whenDecided.get(nik),
                                        atTheEnd.get(nik),
                                        members.get(nik),
                                        decisions.getOrDefault(nik, ""),
                                        wayBack.of(nik))));
        Map<String, String> facilitators = new TreeMap<>();
        registry.assignments.forEach(a -> facilitators.put(a.village(), a.facilitator()));
        return new Expectations(
                families, meetingsNow().expected(), facilitators, List.copyOf(registry.problems));
    }

    private Map<String, List<ExpectedMember>> members() {
        Commitments rules = new Commitments(forms, firstMonth());
        boolean closed = manifest.act("CLOSE_QUARTER").isPresent();
        Map<String, List<ExpectedMember>> members = new HashMap<>();
        registry.familyOfCaretaker.forEach(
                (nik, family) ->
                        members.put(
                                nik,
                                family.active() && closed
                                        ? family.people().stream().map(rules::assess).toList()
                                        : List.of()));
        return members;
    }

    private YearMonth firstMonth() {
        int quarter = manifest.quarter().charAt(6) - '0';
        return YearMonth.of(Integer.parseInt(manifest.quarter().substring(0, 4)), quarter * 3 - 2);
    }

    private Meetings meetingsNow() {
        Map<String, String> reasons = new HashMap<>();
        manifest.acts("NOT_HELD")
                .forEach(act -> reasons.put(Meetings.key(act.group(), act.month()), act.reason()));
        return new Meetings(registry, meetings, sessions, closedMonths, reasons);
    }

    private Map<String, List<ExpectedStep>> steps(Map<String, List<ExpectedMember>> members) {
        Meetings now = meetingsNow();
        Map<String, List<ExpectedStep>> steps = new HashMap<>();
        registry.familyOfCaretaker.forEach(
                (nik, family) -> steps.put(nik, steps(now, family, members.get(nik))));
        return steps;
    }

    private List<ExpectedStep> steps(Meetings now, Family family, List<ExpectedMember> members) {
        List<ExpectedStep> steps = new ArrayList<>();
        if (!family.active()) {
            return steps;
        }
        List<String> months = closedMonths.stream().map(YearMonth::toString).toList();
        if (!family.group().isEmpty()) {
            climb(
                    steps,
                    Ladder.GROUP_MEETING_ABSENCE,
                    months,
                    now.absenceStates(family, Meetings.GROUP_MEETING));
            climb(steps, Ladder.P2K2_ABSENCE, months, now.absenceStates(family, Meetings.P2K2));
            climb(steps, Ladder.MEETING_NOT_HELD, months, now.notHeldStates(family));
        }
        List<String> quarter = List.of(manifest.quarter());
        climb(
                steps,
                Ladder.COMMITMENT_NOT_MET,
                quarter,
                List.of(signal(members, Commitments.NOT_MET)));
        climb(
                steps,
                Ladder.COMMITMENT_NOT_VERIFIED,
                quarter,
                List.of(signal(members, Commitments.NOT_VERIFIED)));
        return steps;
    }

    private static void climb(
            List<ExpectedStep> steps, String cause, List<String> periods, List<State> states) {
        steps.addAll(Ladder.climb(cause, periods, states));
    }

    private static State signal(List<ExpectedMember> members, String result) {
        return members.stream().anyMatch(m -> m.result().equals(result))
                ? State.SIGNAL
                : State.CLEAN;
    }

    /** One decision per family with an active proposal, by the manifest's rule. */
    private Map<String, String> decisions(Map<String, List<ExpectedStep>> whenDecided) {
        Map<String, String> decisions = new HashMap<>();
        manifest.act("DECIDE")
                .ifPresent(
                        act -> {
                            whenDecided.forEach(
                                    (nik, steps) -> {
                                        if (steps.stream()
                                                .anyMatch(ExpectedStep::isSuspensionProposal)) {
                                            decisions.put(nik, act.decision());
                                        }
                                    });
                            if ("LOWEST_CARETAKER_NIK".equals(act.except())) {
                                decisions.keySet().stream()
                                        .min(String::compareTo)
                                        .ifPresent(nik -> decisions.put(nik, act.exceptDecision()));
                            }
                        });
        return decisions;
    }

    private ExpectedFamily family(
            Family family,
            List<ExpectedStep> whenDecided,
            List<ExpectedStep> atTheEnd,
            List<ExpectedMember> members,
            String decision,
            String wayBack) {
        boolean suspended =
                decision.equals("SUSPEND")
                        && wayBack.isEmpty()
                        && whenDecided.stream()
                                .filter(ExpectedStep::isSuspensionProposal)
                                .anyMatch(atTheEnd::contains);
        return new ExpectedFamily(
                family.caretaker(),
                family.card(),
                family.village(),
                family.group(),
                family.active(),
                whenDecided,
                atTheEnd,
                members,
                decision,
                suspended,
                wayBack,
                payment(family, atTheEnd, suspended),
                route(family));
    }

    private ExpectedPayment payment(Family family, List<ExpectedStep> standing, boolean suspended) {
        Act cycle = manifest.act("OPEN_CYCLE").orElse(null);
        if (cycle == null || !family.active()) {
            return null;
        }
        long amount =
                Payments.amount(
                        family.people(),
                        LocalDate.parse(cycle.coversFrom()),
                        LocalDate.parse(cycle.coversUntil()));
        boolean warned = standing.stream().anyMatch(ExpectedStep::isWarning);
        return amount == 0
                ? null
                : new ExpectedPayment(amount, suspended ? "HELD" : "PAYABLE", warned);
    }

    /**
     * Families of the post office are paid by its cycle if there is one, for the same months; null
     * without a cycle.
     */
    private ExpectedRoute route(Family family) {
        String channel = family.bank().equals(AtBank.POST) ? AtBank.POST : "BANK";
        List<Act> cycles = manifest.acts("OPEN_CYCLE").toList();
        return cycles.stream()
                .filter(cycle -> channel.equals(cycle.channel()))
                .findFirst()
                .or(() -> cycles.stream().findFirst())
                .map(
                        cycle ->
                                new ExpectedRoute(
                                        cycle.cycle(),
                                        family.bank(),
                                        AtBank.outcome(family.account())))
                .orElse(null);
    }
}
