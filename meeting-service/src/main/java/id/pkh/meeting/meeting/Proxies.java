package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.meeting.domain.ProxyRule;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Lists as others are told them: whether a proxy counts is the policy of the day. */
@ApplicationScoped
class Proxies {

    private final Database database;

    Proxies(Database database) {
        this.database = database;
    }

    SortedMap<UUID, AttendanceMark> told(SortedMap<UUID, AttendanceMark> list, LocalDate heldOn) {
        ProxyRule rule =
                ProxyRule.on(
                        database.query(
                                "SELECT policy_code, valid_from, counts_as_present FROM proxy_policy",
                                q -> q.map(database.rowsAs(ProxyRule.class)).list()),
                        heldOn);
        SortedMap<UUID, AttendanceMark> told = new TreeMap<>();
        list.forEach((kpmId, mark) -> told.put(kpmId, rule.told(mark)));
        return told;
    }
}
