package id.pkh.registry.enrolment;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.PageParams;
import id.pkh.registry.family.domain.KpmStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which families a list shows: those of the caller's areas, narrowed by what was asked for. */
final class KpmFilter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    KpmFilter(AreaScope scope) {
        String[] patterns = scope.likePatterns();
        List<String> anyOf = new ArrayList<>();
        for (int i = 0; i < patterns.length; i++) {
            anyOf.add("villageCode like :area" + i);
            parameters.put("area" + i, patterns[i]);
        }
        conditions.add(anyOf.isEmpty() ? "1 = 0" : "(" + String.join(" or ", anyOf) + ")");
    }

    KpmFilter village(String code) {
        return equal("villageCode", code);
    }

    KpmFilter group(String code) {
        return equal("groupCode", code);
    }

    KpmFilter status(KpmStatus status) {
        return equal("status", status);
    }

    KpmFilter after(PageParams page) {
        page.cursor()
                .ifPresent(
                        cursor -> {
                            conditions.add("id > :after");
                            parameters.put("after", cursor.uuid(0));
                        });
        return this;
    }

    List<KpmEntity> list(int limit) {
        return KpmEntity.<KpmEntity>find(
                        String.join(" and ", conditions) + " order by id", parameters)
                .range(0, limit)
                .list();
    }

    private KpmFilter equal(String field, Object value) {
        if (value != null) {
            conditions.add(field + " = :" + field);
            parameters.put(field, value);
        }
        return this;
    }
}
