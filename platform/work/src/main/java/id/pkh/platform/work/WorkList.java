package id.pkh.platform.work;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Cursor;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Merges the kinds of work: by day, then by kind, then by key. */
@ApplicationScoped
class WorkList {

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final List<WorkSource> sources;
    private final Clock clock;

    WorkList(@All List<WorkSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** An item, its kind, and the roles whose work it is. */
    record Due(String kind, Set<String> roles, WorkItem item) {

        static final Comparator<Due> ORDER =
                Comparator.comparing((Due due) -> due.item().dueOn())
                        .thenComparing(Due::kind)
                        .thenComparing(due -> due.item().key());

        Object[] position() {
            return new Object[] {item.dueOn(), kind, item.key()};
        }
    }

    /** At most {@code limit} items, those after the cursor. */
    List<Due> next(
            Predicate<String> hasRole,
            String subject,
            AreaScope areas,
            Optional<Cursor> after,
            int limit) {
        LocalDate fromDue = after.map(cursor -> LocalDate.parse(cursor.text(0))).orElse(BEGINNING);
        String fromKind = after.map(cursor -> cursor.text(1)).orElse("");
        String afterKey = after.map(cursor -> cursor.text(2)).orElse("");
        WorkQuery query = new WorkQuery(areas, subject, today(), fromDue, afterKey, limit);
        return sources.stream()
                .filter(source -> source.roles().stream().anyMatch(hasRole))
                .flatMap(
                        source ->
                                source.next(positioned(query, source.kind(), fromKind)).stream()
                                        .map(item -> new Due(source.kind(), source.roles(), item)))
                .sorted(Due.ORDER)
                .limit(limit)
                .toList();
    }

    /** On the day of the cursor, kinds before its kind are done, and kinds after it begin. */
    private static WorkQuery positioned(WorkQuery query, String kind, String fromKind) {
        int order = kind.compareTo(fromKind);
        if (order == 0) {
            return query;
        }
        return order > 0
                ? query.from(query.fromDue(), "")
                : query.from(query.fromDue().plusDays(1), "");
    }

    LocalDate today() {
        return BusinessDates.today(clock);
    }
}
