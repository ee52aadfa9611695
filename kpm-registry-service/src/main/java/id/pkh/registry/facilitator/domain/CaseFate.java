package id.pkh.registry.facilitator.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a case of a hand-over since its list was kept. The table of
 * docs/rules/facilitators.md has the same rows.
 *
 * @param kept as it was; null of a case that began afterwards, or whose service kept no list
 * @param open as it is; null of a case that is not open any more, or whose service does not answer
 */
public record CaseFate(State state, Case kept, Case open) {

    /** In the words of the list. */
    public enum State {
        OPEN,
        /** The same matter waits for another act. */
        MOVED_ON,
        ENDED,
        NEW,
        NOT_KNOWN
    }

    /** A case is its kind and what it is about. */
    public record Case(String kind, List<String> subjects) {

        boolean isSameMatterAs(Case other) {
            return subjects.equals(other.subjects);
        }
    }

    /**
     * The cases of one service: those that were kept, then those that are new.
     *
     * @param kept empty if the service did not answer when lists were kept
     * @param open empty if the service does not answer
     */
    public static List<CaseFate> of(Optional<List<Case>> kept, Optional<List<Case>> open) {
        if (open.isEmpty()) {
            return kept.orElse(List.of()).stream()
                    .map(before -> new CaseFate(State.NOT_KNOWN, before, null))
                    .toList();
        }
        if (kept.isEmpty()) {
            return open.get().stream().map(now -> new CaseFate(State.OPEN, null, now)).toList();
        }
        return compared(kept.get(), open.get());
    }

    private static List<CaseFate> compared(List<Case> kept, List<Case> open) {
        List<Case> left = new ArrayList<>(open);
        Map<Case, CaseFate> fates = new LinkedHashMap<>();
        for (Case before : kept) {
            boolean isOpen = left.remove(before);
            fates.put(
                    before,
                    isOpen
                            ? new CaseFate(State.OPEN, before, before)
                            : new CaseFate(State.ENDED, before, null));
        }
        fates.replaceAll((before, fate) -> fate.open() == null ? movedOn(before, left) : fate);
        return Stream.concat(
                        fates.values().stream(),
                        left.stream().map(now -> new CaseFate(State.NEW, null, now)))
                .toList();
    }

    private static CaseFate movedOn(Case before, List<Case> left) {
        Optional<Case> next = left.stream().filter(before::isSameMatterAs).findFirst();
        next.ifPresent(left::remove);
        return next.map(now -> new CaseFate(State.MOVED_ON, before, now))
                .orElseGet(() -> new CaseFate(State.ENDED, before, null));
    }
}
