package id.pkh.district.recount;

import id.pkh.district.manifest.Manifest;
import id.pkh.district.manifest.Manifest.Act;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The families whose decision is undone or ends, by the manifest's rules: an appeal is upheld for
 * the first family with one suspension, the suspension of the second one is lifted, and the first
 * family without any step is terminated by mistake.
 */
final class WayBack {

    private final Manifest manifest;
    private final TreeSet<String> suspendedOnce = new TreeSet<>();
    private final TreeSet<String> withoutSteps = new TreeSet<>();
    private Map<String, String> byFamily;

    WayBack(Manifest manifest) {
        this.manifest = manifest;
    }

    void add(
            String nik,
            boolean active,
            String decision,
            List<ExpectedStep> whenDecided,
            List<ExpectedStep> atTheEnd) {
        List<ExpectedStep> proposals =
                whenDecided.stream().filter(ExpectedStep::isSuspensionProposal).toList();
        if (decision.equals("SUSPEND")
                && proposals.size() == 1
                && atTheEnd.containsAll(proposals)) {
            suspendedOnce.add(nik);
        }
        if (active && atTheEnd.isEmpty()) {
            withoutSteps.add(nik);
        }
    }

    /** Why a decision about the family was lifted; empty for most of them. */
    String of(String nik) {
        if (byFamily == null) {
            byFamily = new HashMap<>();
            manifest.act("UNDO_TERMINATION").ifPresent(act -> note(act, "OFFICER_ERROR"));
            manifest.act("UPHOLD_APPEAL").ifPresent(act -> note(act, "APPEAL_UPHELD"));
            manifest.act("LIFT").ifPresent(act -> note(act, "COMMITMENT_MET"));
        }
        return byFamily.getOrDefault(nik, "");
    }

    private void note(Act act, String reason) {
        String nik =
                switch (act.family()) {
                    case "LOWEST_CARETAKER_NIK_WITHOUT_STEPS" -> nth(withoutSteps, 0);
                    case "LOWEST_CARETAKER_NIK_SUSPENDED_ONCE" -> nth(suspendedOnce, 0);
                    case "SECOND_CARETAKER_NIK_SUSPENDED_ONCE" -> nth(suspendedOnce, 1);
                    default -> throw new IllegalArgumentException("no family " + act.family());
                };
        if (nik != null) {
            byFamily.put(nik, reason);
        }
    }

    private static String nth(TreeSet<String> niks, int n) {
        return niks.stream().skip(n).findFirst().orElse(null);
    }
}
