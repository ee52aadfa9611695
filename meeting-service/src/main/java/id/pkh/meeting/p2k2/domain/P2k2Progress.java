package id.pkh.meeting.p2k2.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far a group is. The next session of a course is the first in order that the group has not
 * held, whichever it held out of order and however often it repeated one.
 */
public final class P2k2Progress {

    private final Curriculum curriculum;
    private final Map<String, List<Held>> heldByCode;

    private P2k2Progress(Curriculum curriculum, Map<String, List<Held>> heldByCode) {
        this.curriculum = curriculum;
        this.heldByCode = heldByCode;
    }

    /** A session that a group held. */
    public record Held(String code, LocalDate heldOn) {}

    /** What a group held of one module. */
    public record ModuleProgress(
            String module, String title, Course course, int held, int of, List<Progress> sessions) {

        public boolean isComplete() {
            return held == of;
        }
    }

    /**
     * How often a group held a session.
     *
     * @param lastHeldOn null when it never did
     */
    public record Progress(P2k2Session session, int times, LocalDate lastHeldOn) {}

    public static P2k2Progress of(Curriculum curriculum, Collection<Held> held) {
        return new P2k2Progress(
                curriculum, held.stream().collect(Collectors.groupingBy(Held::code)));
    }

    /** A course without an entry is complete, or has no order. */
    public Map<Course, P2k2Session> next() {
        Map<Course, P2k2Session> next = new EnumMap<>(Course.class);
        for (P2k2Session session : curriculum.sessions()) {
            if (session.course() != Course.ADAPTIVE && !heldByCode.containsKey(session.code())) {
                next.putIfAbsent(session.course(), session);
            }
        }
        return next;
    }

    /** What the group has not held, in the order in which it comes: the modules, then stunting. */
    public List<P2k2Session> remaining() {
        return curriculum.sessions().stream()
                .filter(session -> session.course() != Course.ADAPTIVE)
                .filter(session -> !heldByCode.containsKey(session.code()))
                .sorted(
                        Comparator.comparing(P2k2Session::course)
                                .thenComparing(P2k2Session::position))
                .toList();
    }

    /** In the order of the material. */
    public List<ModuleProgress> modules() {
        Map<String, List<P2k2Session>> byModule =
                curriculum.sessions().stream()
                        .collect(
                                Collectors.groupingBy(
                                        P2k2Session::module,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byModule.values().stream().map(this::module).toList();
    }

    private ModuleProgress module(List<P2k2Session> sessions) {
        List<Progress> progress = sessions.stream().map(this::progress).toList();
        P2k2Session first = sessions.get(0);
        int held = (int) progress.stream().filter(each -> each.times() > 0).count();
        return new ModuleProgress(
                first.module(),
                first.moduleTitle(),
                first.course(),
                held,
                sessions.size(),
                progress);
    }

    private Progress progress(P2k2Session session) {
        List<Held> held = heldByCode.getOrDefault(session.code(), List.of());
        Optional<LocalDate> last = held.stream().map(Held::heldOn).max(Comparator.naturalOrder());
        return new Progress(session, held.size(), last.orElse(null));
    }
}
