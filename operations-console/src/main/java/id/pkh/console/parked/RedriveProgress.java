package id.pkh.console.parked;

import java.util.List;
import java.util.stream.Collectors;

/** The parts of a redrive, one of each service it was asked of. */
record RedriveProgress(List<Redriving> parts) {

    /** Nothing more will change: each has ended, or was not taken. */
    public boolean isDone() {
        return parts.stream().noneMatch(p -> p.isRunning() || p.isSilent());
    }

    public boolean isRunning() {
        return parts.stream().anyMatch(Redriving::isRunning);
    }

    public long selected() {
        return parts.stream().mapToLong(Redriving::selected).sum();
    }

    public long settled() {
        return parts.stream().mapToLong(Redriving::settled).sum();
    }

    public long failed() {
        return parts.stream().mapToLong(Redriving::failed).sum();
    }

    public long elsewhere() {
        return parts.stream().mapToLong(Redriving::elsewhere).sum();
    }

    public String asQuery() {
        return query(parts.stream().map(Redriving::ref).toList());
    }

    static String query(List<String> refs) {
        return refs.stream().map(ref -> "of=" + ref).collect(Collectors.joining("&"));
    }
}
