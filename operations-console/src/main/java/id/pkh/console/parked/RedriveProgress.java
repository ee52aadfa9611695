package id.pkh.console.parked;

import java.util.List;
import java.util.stream.Collectors;

/** The parts of a redrive, one for each service that was asked to run it. */
record RedriveProgress(List<RedriveStatus> parts) {

    /**
     * Whether nothing will change any more: each part has ended, or its service did not accept it.
     */
    public boolean isDone() {
        return parts.stream().noneMatch(p -> p.isRunning() || p.isSilent());
    }

    public boolean isRunning() {
        return parts.stream().anyMatch(RedriveStatus::isRunning);
    }

    public long selected() {
        return parts.stream().mapToLong(RedriveStatus::selected).sum();
    }

    public long settled() {
        return parts.stream().mapToLong(RedriveStatus::settled).sum();
    }

    public long failed() {
        return parts.stream().mapToLong(RedriveStatus::failed).sum();
    }

    public long elsewhere() {
        return parts.stream().mapToLong(RedriveStatus::elsewhere).sum();
    }

    public String asQuery() {
        return query(parts.stream().map(RedriveStatus::ref).toList());
    }

    static String query(List<String> refs) {
        return refs.stream().map(ref -> "of=" + ref).collect(Collectors.joining("&"));
    }
}
