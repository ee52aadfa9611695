package id.pkh.meeting.plan;

import id.pkh.meeting.p2k2.ComingSessions;
import id.pkh.meeting.p2k2.domain.P2k2Session;
import id.pkh.meeting.plan.domain.PlanKind;
import id.pkh.meeting.plan.domain.PlanState;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Names the session of each planned P2K2. The first that is planned has the session that the group
 * has not held yet, the next one the session behind it. When a group holds another one, the names
 * follow; the day and the version of the plan stay.
 */
@ApplicationScoped
class NextSessions {

    private final ComingSessions sessions;
    private final Database database;

    NextSessions(ComingSessions sessions, Database database) {
        this.sessions = sessions;
        this.database = database;
    }

    private record Named(UUID itemId, String sessionCode) {}

    void handle(List<PlanItem> items, LocalDate today) {
        Map<UUID, List<PlanItem>> byGroup = new LinkedHashMap<>();
        for (PlanItem item : items) {
            if (item.kind() == PlanKind.P2K2 && item.state(today) == PlanState.PLANNED) {
                byGroup.computeIfAbsent(item.groupId(), id -> new ArrayList<>()).add(item);
            }
        }
        List<Named> changed = new ArrayList<>();
        byGroup.forEach(
                (groupId, planned) -> {
                    List<P2k2Session> coming = sessions.of(groupId, today);
                    for (int i = 0; i < planned.size(); i++) {
                        String code = i < coming.size() ? coming.get(i).code() : null;
                        if (!Objects.equals(code, planned.get(i).sessionCode())) {
                            changed.add(new Named(planned.get(i).id(), code));
                        }
                    }
                });
        database.update(
                "UPDATE plan_item p SET session_code = n.code FROM unnest(:ids, :codes) AS n (id, code)"
                        + " WHERE p.id = n.id",
                u ->
                        u.bind("ids", SqlArrays.uuids(changed, Named::itemId))
                                .bind("codes", SqlArrays.texts(changed, Named::sessionCode)));
    }
}
