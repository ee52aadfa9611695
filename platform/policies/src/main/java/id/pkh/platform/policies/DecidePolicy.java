package id.pkh.platform.policies;

import id.pkh.platform.policies.PolicyAct.Kind;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Approves a version that waits, refuses it, or takes it back. The hash names what was read. */
@ApplicationScoped
class DecidePolicy {

    private final PolicyKinds kinds;
    private final PolicyVersions versions;
    private final Clock clock;

    DecidePolicy(PolicyKinds kinds, PolicyVersions versions, Clock clock) {
        this.kinds = kinds;
        this.versions = versions;
        this.clock = clock;
    }

    @Transactional
    PolicyVersion approve(UUID versionId, String sha256, String approver) {
        PolicyVersion version = waiting(versionId, sha256);
        if (version.personOf(Kind.ENTERED).equals(approver)) {
            throw Refused.because("POLICY_SAME_PERSON");
        }
        return add(kinds.named(version.kind()), version, approver);
    }

    /** The person who entered it withdraws it; any other refuses it. */
    @Transactional
    PolicyVersion refuse(UUID versionId, String sha256, String reason, String person) {
        PolicyVersion version = waiting(versionId, sha256);
        boolean isOwn = version.personOf(Kind.ENTERED).equals(person);
        return act(version, isOwn ? Kind.WITHDRAWN : Kind.REFUSED, person, reason);
    }

    private PolicyVersion waiting(UUID versionId, String sha256) {
        PolicyVersion version = lock(kinds, versions, versionId, sha256);
        if (version.status() != PolicyStatus.WAITING) {
            throw Refused.because("POLICY_NOT_WAITING").with("status", version.status());
        }
        return version;
    }

    /** The version, which no other act changes until the transaction ends. */
    static PolicyVersion lock(
            PolicyKinds kinds, PolicyVersions versions, UUID versionId, String sha256) {
        String kind =
                versions.find(versionId).orElseThrow(() -> Refused.because("NOT_FOUND")).kind();
        kinds.lock(kind);
        PolicyVersion version = versions.find(versionId).orElseThrow();
        if (!version.sha256().equals(sha256)) {
            throw Refused.because("POLICY_HASH_DIFFERS").with("sha256", version.sha256());
        }
        return version;
    }

    /** What could be entered may no longer be approved, so everything is checked again. */
    private <D extends PolicyDocument> PolicyVersion add(
            PolicyKind<D> kind, PolicyVersion version, String approver) {
        D document = kinds.documentOf(version, kind.documentType());
        kinds.check(kind, document);
        PolicyVersion approved = act(version, Kind.APPROVED, approver, null);
        kind.add(document);
        return approved;
    }

    private PolicyVersion act(PolicyVersion version, Kind act, String person, String reason) {
        versions.add(
                version.versionId(),
                version.validFrom(),
                new PolicyAct(act, person, clock.instant(), reason),
                version.act(Kind.ENTERED).orElseThrow());
        return versions.find(version.versionId()).orElseThrow();
    }
}
