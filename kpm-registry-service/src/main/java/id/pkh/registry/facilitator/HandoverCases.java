package id.pkh.registry.facilitator;

import static java.util.stream.Collectors.toMap;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.registry.facilitator.HandoverCaseRows.Kept;
import id.pkh.registry.facilitator.domain.CaseFate;
import id.pkh.registry.facilitator.domain.CaseFate.Case;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one list of a hand-over: what was open when it was kept, and what is open now, of all
 * services. A village has few cases, so each page is cut from the whole list.
 */
@ApplicationScoped
class HandoverCases {

    private static final Comparator<HandoverCaseView> ORDER =
            Comparator.comparing(HandoverCaseView::dueOn).thenComparing(HandoverCases::name);

    private final HandoverQueries queries;
    private final HandoverCaseRows rows;
    private final GatherOpenCases gather;
    private final Clock clock;

    HandoverCases(
            HandoverQueries queries, HandoverCaseRows rows, GatherOpenCases gather, Clock clock) {
        this.queries = queries;
        this.rows = rows;
        this.gather = gather;
        this.clock = clock;
    }

    HandoverCasesView of(UUID id, PageParams page, Language language) {
        String village = queries.one(id).villageCode();
        LocalDate today = BusinessDates.today(clock);
        Map<CaseOwner, Kept> kept = rows.of(id);
        List<HandoverCasesView.Source> services = new ArrayList<>();
        List<HandoverCaseView> cases = new ArrayList<>();
        for (CaseOwner owner : CaseOwner.values()) {
            Optional<List<OpenCase>> open = gather.of(owner, village, language);
            Optional<Kept> before = Optional.ofNullable(kept.get(owner));
            services.add(
                    new HandoverCasesView.Source(
                            owner,
                            open.isPresent(),
                            before.map(Kept::keptAt).orElse(null),
                            before.map(list -> list.cases().size()).orElse(null)));
            cases.addAll(compared(owner, before.map(Kept::cases), open, today));
        }
        Page<HandoverCaseView> shown = page(cases, page);
        return new HandoverCasesView(id, village, services, shown.items(), shown.next());
    }

    private static List<HandoverCaseView> compared(
            CaseOwner owner,
            Optional<List<OpenCase>> kept,
            Optional<List<OpenCase>> open,
            LocalDate today) {
        Map<Case, OpenCase> before = byName(kept);
        Map<Case, OpenCase> now = byName(open);
        return CaseFate.of(
                        kept.map(any -> List.copyOf(before.keySet())),
                        open.map(any -> List.copyOf(now.keySet())))
                .stream()
                .map(
                        fate ->
                                view(
                                        owner,
                                        fate,
                                        fate.open() == null
                                                ? before.get(fate.kept())
                                                : now.get(fate.open()),
                                        today))
                .toList();
    }

    private static Map<Case, OpenCase> byName(Optional<List<OpenCase>> cases) {
        return cases.stream()
                .flatMap(List::stream)
                .collect(toMap(OpenCase::named, Function.identity(), (one, same) -> one));
    }

    private static HandoverCaseView view(
            CaseOwner owner, CaseFate fate, OpenCase shown, LocalDate today) {
        return new HandoverCaseView(
                owner,
                fate.state(),
                shown.kind(),
                fate.kept() == null ? null : fate.kept().kind(),
                shown.kpmId(),
                shown.since(),
                shown.dueOn(),
                fate.state() != CaseFate.State.ENDED && shown.dueOn().isBefore(today),
                shown.inHandsOf(),
                shown.subjectIds(),
                shown.villageCode(),
                shown.text(),
                shown.href());
    }

    private static Page<HandoverCaseView> page(List<HandoverCaseView> cases, PageParams page) {
        Optional<Cursor> after = page.cursor();
        Stream<HandoverCaseView> sorted = cases.stream().sorted(ORDER);
        if (after.isPresent()) {
            LocalDate due = LocalDate.parse(after.get().text(0));
            String name = after.get().text(1);
            sorted =
                    sorted.filter(
                            each ->
                                    each.dueOn().isAfter(due)
                                            || each.dueOn().equals(due)
                                                    && name(each).compareTo(name) > 0);
        }
        return Page.of(
                sorted.limit(page.limit() + 1L).toList(),
                page.limit(),
                each -> new Object[] {each.dueOn(), name(each)},
                Function.identity());
    }

    private static String name(HandoverCaseView each) {
        return each.service() + " " + each.kind() + " " + String.join(" ", each.subjectIds());
    }
}
