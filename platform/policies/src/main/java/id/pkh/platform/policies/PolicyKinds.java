package id.pkh.platform.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The kinds of policies of this service, and what is checked for all of them alike. */
@ApplicationScoped
public class PolicyKinds {

    static final String LEAVES_GAP = "POLICY_LEAVES_GAP";

    private final List<PolicyKind<?>> kinds;
    private final ObjectMapper json;
    private final AdvisoryLocks locks;
    private final Clock clock;

    PolicyKinds(
            @All List<PolicyKind<?>> kinds, ObjectMapper json, AdvisoryLocks locks, Clock clock) {
        this.kinds = kinds;
        this.json = json;
        this.locks = locks;
        this.clock = clock;
    }

    List<PolicyKind<?>> all() {
        return kinds;
    }

    /** The document of a version, read again. */
    public <D extends PolicyDocument> D documentOf(PolicyVersion version, Class<D> type) {
        try {
            return json.readValue(version.document(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the document of a version cannot be read", e);
        }
    }

    HashedJson jsonOf(PolicyDocument document) {
        try {
            return HashedJson.of(json.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document cannot be written", e);
        }
    }

    PolicyKind<?> named(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no such kind: " + name));
    }

    /** Refuses a filter that names no kind of this service. */
    void requireKnown(String name) {
        if (name != null && find(name).isEmpty()) {
            throw Refused.because("POLICY_KIND_UNKNOWN")
                    .with("kind", name)
                    .with(
                            "kinds",
                            String.join(", ", kinds.stream().map(PolicyKind::name).toList()));
        }
    }

    private Optional<PolicyKind<?>> find(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Acts on policies of one kind follow one another. */
    void lock(String kind) {
        locks.take("policies:" + kind);
    }

    /** Refuses a document that may not become a policy, as things are now. */
    <D extends PolicyDocument> void check(PolicyKind<D> kind, D document) {
        LocalDate firstDay = document.validFrom();
        if (!kind.firstDays().contain(firstDay)) {
            throw Refused.because("POLICY_FIRST_DAY_INVALID")
                    .with("valid_from", firstDay)
                    .with("first_days", kind.firstDays().name());
        }
        requireFuture(firstDay);
        PolicyTimeline timeline = new PolicyTimeline(kind.spans());
        if (timeline.hasCode(document.policyCode())) {
            throw Refused.because("POLICY_CODE_TAKEN").with("policy_code", document.policyCode());
        }
        if (timeline.beginsOn(firstDay)) {
            throw Refused.because("POLICY_FIRST_DAY_TAKEN").with("valid_from", firstDay);
        }
        requireNoGap(timeline.with(PolicySpan.of(document)));
        kind.check(document);
    }

    /** Refuses to remove a version on which a later one depends. */
    void checkRemoval(PolicyKind<?> kind, String policyCode) {
        requireNoGap(new PolicyTimeline(kind.spans()).without(policyCode));
    }

    private void requireNoGap(PolicyTimeline timeline) {
        timeline.firstGapAfter(BusinessDates.today(clock))
                .ifPresent(
                        day -> {
                            throw Refused.because(LEAVES_GAP).with("day", day);
                        });
    }

    private void requireFuture(LocalDate firstDay) {
        if (!firstDay.isAfter(BusinessDates.today(clock))) {
            throw Refused.because("POLICY_FIRST_DAY_PASSED").with("valid_from", firstDay);
        }
    }
}
