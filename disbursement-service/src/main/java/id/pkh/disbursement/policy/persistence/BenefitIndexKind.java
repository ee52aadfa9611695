package id.pkh.disbursement.policy.persistence;

import id.pkh.contracts.Components;
import id.pkh.disbursement.entitlement.domain.BenefitRate;
import id.pkh.disbursement.entitlement.domain.BenefitRate.Basis;
import id.pkh.disbursement.policy.rest.BenefitIndexDocument;
import id.pkh.disbursement.policy.rest.BenefitIndexDocument.RateEntry;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The benefit index: {@code benefit_rate}. It has a last day, so money needs a decision a year. */
@ApplicationScoped
class BenefitIndexKind implements PolicyKind<BenefitIndexDocument> {

    static final String NAME = "BENEFIT_INDEX";

    /** Without a rate for one of these, families of that component would be paid nothing. */
    private static final List<String> COMPONENTS =
            List.of(
                    Components.PREGNANT_POSTPARTUM,
                    Components.EARLY_CHILD,
                    Components.SD,
                    Components.SMP,
                    Components.SMA,
                    Components.SEVERE_DISABILITY,
                    Components.ELDERLY);

    /** A component that not every index has. */
    private static final String RIGHTS_VIOLATION_VICTIM = "RIGHTS_VIOLATION_VICTIM";

    private final Database database;

    BenefitIndexKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<BenefitIndexDocument> documentType() {
        return BenefitIndexDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, CASE WHEN bool_or(valid_until IS NULL) THEN NULL"
                        + " ELSE min(valid_until) END AS valid_until"
                        + " FROM benefit_rate GROUP BY policy_code, valid_from",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(BenefitIndexDocument document) {
        PolicyRows.requirePossible(
                document.validUntil().isAfter(document.validFrom())
                        && document.validUntil().plusDays(1).getDayOfMonth() == 1,
                "valid_until");
        PolicyRows.requireDistinct(document.rates(), RateEntry::name);
        document.rates().forEach(rate -> PolicyRows.requirePossible(isPossible(rate), rate.name()));
        boolean isFlat =
                document.rates().stream().anyMatch(rate -> rate.basis() == Basis.FAMILY_FLAT);
        document.rates()
                .forEach(
                        rate ->
                                PolicyRows.requirePossible(
                                        (rate.basis() == Basis.FAMILY_FLAT) == isFlat,
                                        rate.name()));
        Set<String> stated =
                document.rates().stream()
                        .filter(rate -> rate.scheme().equals(BenefitRate.REGULAR))
                        .map(rate -> rate.basis() + " " + rate.component())
                        .collect(Collectors.toSet());
        required(isFlat).forEach(row -> PolicyRows.require(stated.contains(row), row));
    }

    /** A component or the family, each with a basis that fits. */
    private static boolean isPossible(RateEntry rate) {
        boolean isFamily = rate.component().equals(BenefitRate.FAMILY);
        return (isFamily || isComponent(rate.component()))
                && (isFamily ? rate.basis() != Basis.MEMBER : rate.basis() != Basis.FAMILY_ADDED);
    }

    static boolean isComponent(String code) {
        return COMPONENTS.contains(code) || code.equals(RIGHTS_VIOLATION_VICTIM);
    }

    private static Stream<String> required(boolean isFlat) {
        return isFlat
                ? Stream.of(Basis.FAMILY_FLAT + " " + BenefitRate.FAMILY)
                : COMPONENTS.stream().map(component -> Basis.MEMBER + " " + component);
    }

    @Override
    public void add(BenefitIndexDocument document) {
        database.batch(
                "INSERT INTO benefit_rate (policy_code, component, basis, scheme, valid_from,"
                        + " valid_until, annual_idr, legal_basis, source) VALUES (:code, :component,"
                        + " :basis, :scheme, :from, :until, :annual, :legalBasis, 'entered')",
                document.rates(),
                (row, rate) ->
                        row.bind("code", document.policyCode())
                                .bind("component", rate.component())
                                .bind("basis", rate.basis().name())
                                .bind("scheme", rate.scheme())
                                .bind("from", document.validFrom())
                                .bind("until", document.validUntil())
                                .bind("annual", rate.annualIdr())
                                .bind("legalBasis", document.legalBasis()));
    }

    @Override
    public void remove(BenefitIndexDocument document) {
        database.update(
                "DELETE FROM benefit_rate WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
