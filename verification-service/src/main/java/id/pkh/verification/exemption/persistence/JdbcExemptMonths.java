package id.pkh.verification.exemption.persistence;

import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import id.pkh.verification.compliance.ExemptMonths;
import id.pkh.verification.exemption.domain.ExemptSpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Months that recorded exemptions cover, for whole families and for single members. */
@ApplicationScoped
class JdbcExemptMonths implements ExemptMonths {

    private final Database database;

    JdbcExemptMonths(Database database) {
        this.database = database;
    }

    @Override
    public Exempt of(Collection<UUID> kpmIds) {
        Exempt exempt = new Exempt(new HashMap<>(), new HashMap<>());
        database.query(
                "SELECT e.kpm_id, e.member_id, x.from_day, x.until_day FROM exempt_member e"
                        + " JOIN exemption x USING (exemption_id) WHERE e.kpm_id = ANY (?)",
                row -> {
                    UUID memberId = Database.id(row, "member_id");
                    ExemptSpan span =
                            new ExemptSpan(
                                    Database.date(row, "from_day"),
                                    Database.date(row, "until_day"));
                    return memberId == null
                            ? add(exempt.ofFamily(), Database.id(row, "kpm_id"), span)
                            : add(exempt.ofMember(), memberId, span);
                },
                (Object) ids(kpmIds));
        return exempt;
    }

    private static boolean add(Map<UUID, Set<YearMonth>> months, UUID id, ExemptSpan span) {
        return months.computeIfAbsent(id, any -> new HashSet<>()).addAll(span.months());
    }
}
