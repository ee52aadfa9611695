package id.pkh.platform.policies;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.policies.PolicyAct.Kind;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** An officer enters a version. It has no effect until another person approves it. */
@ApplicationScoped
class EnterPolicy {

    private final PolicyKinds kinds;
    private final PolicyVersions versions;
    private final Clock clock;

    EnterPolicy(PolicyKinds kinds, PolicyVersions versions, Clock clock) {
        this.kinds = kinds;
        this.versions = versions;
        this.clock = clock;
    }

    @Transactional
    <D extends PolicyDocument> PolicyVersion handle(
            PolicyKind<D> kind, D document, String officer) {
        kinds.lock(kind.name());
        kinds.check(kind, document);
        if (versions.isWaiting(kind.name(), document.policyCode())) {
            throw Refused.because("POLICY_CODE_TAKEN").with("policy_code", document.policyCode());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        versions.add(id, kind.name(), document, kinds.jsonOf(document));
        versions.add(
                id,
                document.validFrom(),
                new PolicyAct(Kind.ENTERED, officer, clock.instant(), null),
                null);
        return versions.find(id).orElseThrow();
    }
}
