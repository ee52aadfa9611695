package id.pkh.verification.evidence.domain;

import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The lines of a service point and quarter as a sender finds them: her own, which only a correction
 * of hers replaces, and those of others, beside which hers stand.
 */
public final class SenderLines {

    /** What a form states about a person: entries, and months whose line it takes away. */
    public record Statement(
            UUID memberId, Map<YearMonth, MonthEvidence> entries, Set<YearMonth> removed) {}

    private record PersonMonth(UUID memberId, YearMonth month) {}

    private final Map<PersonMonth, MonthEvidence> own = new HashMap<>();
    private final Map<PersonMonth, Set<MonthEvidence>> all = new HashMap<>();

    private final Set<UUID> known = new HashSet<>();

    private SenderLines() {}

    public static SenderLines of(String sender, Collection<EvidenceLine> standing) {
        SenderLines lines = new SenderLines();
        for (EvidenceLine line : standing) {
            PersonMonth about = new PersonMonth(line.memberId(), line.month());
            lines.known.add(line.memberId());
            lines.all.computeIfAbsent(about, any -> new HashSet<>()).add(line.entry());
            if (line.sentBy().equals(sender)) {
                lines.own.put(about, line.entry());
            }
        }
        return lines;
    }

    /** Whether one of the sender's own lines would be another one afterwards. */
    public boolean changesOwn(Collection<Statement> statements) {
        return statements.stream().anyMatch(this::changesOwn);
    }

    private boolean changesOwn(Statement statement) {
        return !statement.removed().isEmpty()
                || statement.entries().entrySet().stream()
                        .anyMatch(
                                entry -> {
                                    MonthEvidence standing =
                                            own.get(about(statement, entry.getKey()));
                                    return standing != null && !standing.equals(entry.getValue());
                                });
    }

    /**
     * Whether the sender has stated all of this before. Lines by id have no receipt by which a
     * repetition could be told otherwise.
     */
    public boolean restates(Collection<Statement> statements) {
        return statements.stream().allMatch(this::restates);
    }

    private boolean restates(Statement statement) {
        return statement.entries().entrySet().stream()
                        .allMatch(
                                entry ->
                                        entry.getValue()
                                                .equals(own.get(about(statement, entry.getKey()))))
                && statement.removed().stream()
                        .noneMatch(month -> own.containsKey(about(statement, month)));
    }

    /**
     * Whether the statement adds nothing: every entry is what the sender stated before, or what
     * somebody stated where she stated nothing, and there is nothing to take away.
     */
    public boolean repeats(Statement statement) {
        return known.contains(statement.memberId())
                && statement.entries().entrySet().stream()
                        .allMatch(
                                entry ->
                                        isRepeated(
                                                about(statement, entry.getKey()), entry.getValue()))
                && statement.removed().stream()
                        .noneMatch(month -> own.containsKey(about(statement, month)));
    }

    private boolean isRepeated(PersonMonth about, MonthEvidence entry) {
        MonthEvidence standing = own.get(about);
        return standing == null
                ? all.getOrDefault(about, Set.of()).contains(entry)
                : standing.equals(entry);
    }

    private static PersonMonth about(Statement statement, YearMonth month) {
        return new PersonMonth(statement.memberId(), month);
    }
}
