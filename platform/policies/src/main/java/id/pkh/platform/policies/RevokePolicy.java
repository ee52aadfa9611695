package id.pkh.platform.policies;

import id.pkh.platform.policies.PolicyAct.Kind;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Takes back an approved version before its first day, by two people. A policy in force is replaced
 * by a later version instead.
 */
@ApplicationScoped
class RevokePolicy {

    private final PolicyKinds kinds;
    private final PolicyVersions versions;
    private final Clock clock;

    RevokePolicy(PolicyKinds kinds, PolicyVersions versions, Clock clock) {
        this.kinds = kinds;
        this.versions = versions;
        this.clock = clock;
    }

    @Transactional
    PolicyVersion propose(UUID versionId, String sha256, String reason, String person) {
        PolicyVersion version = approved(versionId, sha256);
        if (version.act(Kind.REVOCATION_PROPOSED).isPresent()) {
            throw Refused.because("POLICY_REVOCATION_PROPOSED");
        }
        kinds.checkRemoval(kinds.named(version.kind()), version.policyCode());
        return act(version, Kind.REVOCATION_PROPOSED, person, reason, Kind.APPROVED);
    }

    @Transactional
    PolicyVersion revoke(UUID versionId, String sha256, String person) {
        PolicyVersion version = approved(versionId, sha256);
        PolicyAct proposal =
                version.act(Kind.REVOCATION_PROPOSED)
                        .orElseThrow(() -> Refused.because("POLICY_REVOCATION_NOT_PROPOSED"));
        if (proposal.byPerson().equals(person)) {
            throw Refused.because("POLICY_SAME_PERSON");
        }
        PolicyKind<?> kind = kinds.named(version.kind());
        kinds.checkRemoval(kind, version.policyCode());
        PolicyVersion revoked = act(version, Kind.REVOKED, person, null, Kind.REVOCATION_PROPOSED);
        remove(kind, version);
        return revoked;
    }

    private PolicyVersion approved(UUID versionId, String sha256) {
        PolicyVersion version = DecidePolicy.lock(kinds, versions, versionId, sha256);
        if (version.status() != PolicyStatus.APPROVED) {
            throw Refused.because("POLICY_NOT_APPROVED").with("status", version.status());
        }
        if (!version.validFrom().isAfter(BusinessDates.today(clock))) {
            throw Refused.because("POLICY_IN_FORCE").with("valid_from", version.validFrom());
        }
        return version;
    }

    private <D extends PolicyDocument> void remove(PolicyKind<D> kind, PolicyVersion version) {
        kind.remove(kinds.documentOf(version, kind.documentType()));
    }

    private PolicyVersion act(
            PolicyVersion version, Kind act, String person, String reason, Kind answered) {
        versions.add(
                version.versionId(),
                version.validFrom(),
                new PolicyAct(act, person, clock.instant(), reason),
                version.act(answered).orElseThrow());
        return versions.find(version.versionId()).orElseThrow();
    }
}
