package id.pkh.verification.coverage.domain;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a school, a health service or a village: counts over its members, and nothing
 * else, so they agree with the list of the members.
 *
 * @param members how many have to be verified
 * @param complete how many of them are covered
 * @param windows counts for each month or longer window
 */
public record CoverageFigures(int members, int complete, SortedMap<String, Window> windows) {

    /**
     * The members for whom a window is due.
     *
     * @param withEvidence what forms show
     * @param exempt what an exemption covers; the others are missing
     */
    public record Window(int members, int withEvidence, int exempt) {

        private static Window of(WindowState state) {
            return new Window(
                    1, state == WindowState.EVIDENCE ? 1 : 0, state == WindowState.EXEMPT ? 1 : 0);
        }

        private Window plus(Window other) {
            return new Window(
                    members + other.members,
                    withEvidence + other.withEvidence,
                    exempt + other.exempt);
        }
    }

    public static CoverageFigures of(Collection<MemberCoverage> members) {
        SortedMap<String, Window> windows = new TreeMap<>();
        for (MemberCoverage member : members) {
            member.windows()
                    .forEach((text, state) -> windows.merge(text, Window.of(state), Window::plus));
        }
        int complete = (int) members.stream().filter(MemberCoverage::isComplete).count();
        return new CoverageFigures(members.size(), complete, windows);
    }

    public boolean isComplete() {
        return complete == members;
    }
}
