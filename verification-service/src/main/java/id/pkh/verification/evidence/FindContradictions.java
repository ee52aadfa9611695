package id.pkh.verification.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.MonthLines;
import id.pkh.verification.evidence.Contradictions.Contradiction;
import id.pkh.verification.evidence.domain.LineText;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares the lines about people whose evidence changed, and keeps the list of contradictions in
 * line with them. The families are locked, so lines that arrive at the same time are not missed.
 */
@ApplicationScoped
class FindContradictions {

    private record About(UUID memberId, YearMonth month, String comparedAt) {}

    private final Contradictions contradictions;
    private final Clock clock;

    FindContradictions(Contradictions contradictions, Clock clock) {
        this.contradictions = contradictions;
        this.clock = clock;
    }

    /**
     * @param familyOf the family of each person
     */
    void handle(EvidenceKind kind, VerificationPeriod quarter, Map<UUID, UUID> familyOf) {
        Map<About, List<String>> differing = new HashMap<>();
        contradictions.standing(kind, quarter, familyOf.keySet()).stream()
                .collect(
                        Collectors.groupingBy(line -> new About(line.memberId(), line.month(), "")))
                .forEach((about, lines) -> differing.putAll(differing(about, lines)));
        Set<About> known = new HashSet<>();
        List<UUID> ended = new ArrayList<>();
        for (Contradiction open : contradictions.open(kind, quarter, familyOf.keySet())) {
            About about = new About(open.memberId(), open.month(), open.comparedAt());
            if (open.statements().equals(differing.get(about))) {
                known.add(about);
            } else {
                ended.add(open.contradictionId());
            }
        }
        Instant now = clock.instant();
        contradictions.end(ended, now);
        contradictions.add(
                differing.entrySet().stream()
                        .filter(found -> !known.contains(found.getKey()))
                        .map(
                                found ->
                                        contradiction(
                                                kind,
                                                found.getKey(),
                                                found.getValue(),
                                                familyOf,
                                                now))
                        .toList());
    }

    private static Map<About, List<String>> differing(About month, List<EvidenceLine> lines) {
        Map<About, List<String>> differing = new HashMap<>();
        MonthLines.of(lines)
                .contradictions()
                .forEach(
                        (comparedAt, different) ->
                                differing.put(
                                        new About(month.memberId(), month.month(), comparedAt),
                                        different.stream().map(LineText::of).sorted().toList()));
        return differing;
    }

    private static Contradiction contradiction(
            EvidenceKind kind,
            About about,
            List<String> statements,
            Map<UUID, UUID> familyOf,
            Instant now) {
        return new Contradiction(
                UuidCreator.getTimeOrderedEpoch(),
                familyOf.get(about.memberId()),
                about.memberId(),
                kind,
                about.month(),
                about.comparedAt(),
                statements,
                now,
                null);
    }
}
