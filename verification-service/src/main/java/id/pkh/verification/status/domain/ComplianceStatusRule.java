package id.pkh.verification.status.domain;

/** Derives what another system is told about a family's quarter. See docs/rules/status.md. */
public final class ComplianceStatusRule {

    private ComplianceStatusRule() {}

    public static ComplianceStatus of(ComplianceStatusFacts facts) {
        if (facts.isSuspended()) {
            return ComplianceStatus.SUSPENDED;
        }
        if (facts.isWarned()) {
            return ComplianceStatus.WARNED;
        }
        if (facts.isReminded()) {
            return ComplianceStatus.REMINDED;
        }
        if (facts.result() == null) {
            return ComplianceStatus.NOT_KNOWN;
        }
        return switch (facts.result()) {
            case NOT_MET -> ComplianceStatus.NOT_MET;
            case NOT_VERIFIED -> ComplianceStatus.NOT_VERIFIED;
            case MET -> ComplianceStatus.MET;
            case EXEMPT -> ComplianceStatus.EXEMPT;
            case NOT_DUE -> ComplianceStatus.NOT_DUE;
        };
    }
}
