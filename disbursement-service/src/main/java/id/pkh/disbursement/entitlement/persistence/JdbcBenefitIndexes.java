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
import id.pkh.platform.policies.Reread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** All indexes and limits, as two people have approved them. An index ends when the next begins. */
@ApplicationScoped
class JdbcBenefitIndexes implements BenefitIndexes {

    private static final String RATES =
            """
            SELECT component, basis, scheme, valid_from, annual_idr, legal_basis, source,
                   least(valid_until,
                         (SELECT min(n.valid_from) FROM benefit_rate n WHERE n.valid_from > r.valid_from) - 1
                        ) AS valid_until
              FROM benefit_rate r ORDER BY valid_from, benefit_rate_id
            """;
    private static final String POLICIES =
            "SELECT policy_code, valid_from, max_paid_members, legal_basis, source FROM entitlement_policy";
    private static final String LIMITS =
            "SELECT policy_code, component, max_paid FROM entitlement_component_limit";

    private final Database database;
    private final Reread<BenefitTerms> terms =
            new Reread<>(() -> new BenefitTerms(new BenefitIndex(rates()), policies()));

    JdbcBenefitIndexes(Database database) {
        this.database = database;
    }

    @Override
    public BenefitTerms terms() {
        return terms.get();
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
