package id.pkh.disbursement.entitlement.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.pkh.disbursement.entitlement.BenefitIndexes;
import id.pkh.disbursement.entitlement.domain.BenefitIndex;
import id.pkh.disbursement.entitlement.domain.BenefitRate;
import id.pkh.disbursement.entitlement.domain.BenefitTerms;
import id.pkh.disbursement.entitlement.domain.EntitlementPolicy;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The rows are read once, because only migrations change them, and migrations run when the service
 * starts.
 */
@ApplicationScoped
class JdbcBenefitIndexes implements BenefitIndexes {

    private static final String RATES =
            """
            SELECT component, basis, scheme, valid_from, valid_until, annual_idr, legal_basis, source
              FROM benefit_rate ORDER BY valid_from, benefit_rate_id
            """;
    private static final String POLICIES =
            "SELECT policy_code, valid_from, max_paid_members, legal_basis, source FROM entitlement_policy";
    private static final String LIMITS =
            "SELECT policy_code, component, max_paid FROM entitlement_component_limit";

    private final Database database;
    private volatile BenefitTerms terms;

    JdbcBenefitIndexes(Database database) {
        this.database = database;
    }

    @Override
    public BenefitTerms terms() {
        BenefitTerms known = terms;
        if (known == null) {
            known = new BenefitTerms(new BenefitIndex(rates()), policies());
            terms = known;
        }
        return known;
    }

    private List<BenefitRate> rates() {
        return database.query(
                RATES,
                q ->
                        q.map(
                                        (row, context) ->
                                                new BenefitRate(
                                                        row.getString("component"),
                                                        BenefitRate.Basis.valueOf(
                                                                row.getString("basis")),
                                                        row.getString("scheme"),
                                                        row.getObject(
                                                                "valid_from", LocalDate.class),
                                                        row.getObject(
                                                                "valid_until", LocalDate.class),
                                                        Rupiah.of(row.getLong("annual_idr")),
                                                        row.getString("legal_basis"),
                                                        row.getString("source")))
                                .list());
    }

    private record Limit(String policyCode, String component, int maxPaid) {}

    private List<EntitlementPolicy> policies() {
        Map<String, Map<String, Integer>> limits =
                database.query(LIMITS, q -> q.map(database.rowsAs(Limit.class)).list()).stream()
                        .collect(
                                groupingBy(
                                        Limit::policyCode,
                                        toMap(Limit::component, Limit::maxPaid)));
        return database.query(
                POLICIES,
                q ->
                        q.map(
                                        (row, context) ->
                                                new EntitlementPolicy(
                                                        row.getString("policy_code"),
                                                        row.getObject(
                                                                "valid_from", LocalDate.class),
                                                        row.getInt("max_paid_members"),
                                                        limits.getOrDefault(
                                                                row.getString("policy_code"),
                                                                Map.of()),
                                                        row.getString("legal_basis"),
                                                        row.getString("source")))
                                .list());
    }
}
