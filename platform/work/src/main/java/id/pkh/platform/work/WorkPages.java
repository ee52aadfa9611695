package id.pkh.platform.work;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.work.WorkList.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/** Pages of what is due, for a person or for an area. */
@ApplicationScoped
public class WorkPages {

    /** Stands for no one: nothing is left out as the caller's own act. */
    private static final String NOBODY = "-";

    private static final int MAX_COUNTED_ITEMS = 10_000;

    private final WorkList work;
    private final WorkTexts texts;

    WorkPages(WorkList work, WorkTexts texts) {
        this.work = work;
        this.texts = texts;
    }

    /** What is due for a person, by the roles that the person has. */
    public Page<WorkItemView> of(
            Predicate<String> hasRole,
            String subject,
            AreaScope areas,
            PageParams page,
            Language language) {
        LocalDate today = work.today();
        return Page.of(
                work.next(hasRole, subject, areas, page.cursor(), page.limit() + 1),
                page.limit(),
                Due::position,
                due -> view(due, language, today));
    }

    /** Everything that is open in an area, whosever work it is. */
    public Page<WorkItemView> everythingIn(String areaCode, PageParams page, Language language) {
        return of(role -> true, NOBODY, AreaScope.only(areaCode), page, language);
    }

    /** Everything that is open in the areas, which lie in one village, with what is known of it. */
    public Page<OpenCaseView> openCasesIn(AreaScope areas, PageParams page, Language language) {
        LocalDate today = work.today();
        return Page.of(
                work.next(role -> true, NOBODY, areas, page.cursor(), page.limit() + 1),
                page.limit(),
                Due::position,
                due -> openCase(due, language, today));
    }

    /** How much is open in an area; counted up to ten thousand. */
    public int countIn(String areaCode) {
        return work.next(
                        role -> true,
                        NOBODY,
                        AreaScope.only(areaCode),
                        Optional.empty(),
                        MAX_COUNTED_ITEMS)
                .size();
    }

    private OpenCaseView openCase(Due due, Language language, LocalDate today) {
        WorkItem item = due.item();
        return new OpenCaseView(
                due.kind(),
                item.kpmId(),
                item.since(),
                item.dueOn(),
                item.dueOn().isBefore(today),
                due.roles().stream().sorted().toList(),
                item.subjects(),
                item.villageCode(),
                texts.sentence(due.kind(), item.values(), language),
                item.href());
    }

    private WorkItemView view(Due due, Language language, LocalDate today) {
        WorkItem item = due.item();
        return new WorkItemView(
                due.kind(),
                item.dueOn(),
                item.dueOn().isBefore(today),
                item.subjects(),
                item.villageCode(),
                texts.sentence(due.kind(), item.values(), language),
                item.href());
    }
}
