package id.pkh.registry.complementary;

import id.pkh.platform.files.CsvExport;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.complementary.Advocacies.AdvocacyRow;
import id.pkh.registry.complementary.ComplementaryStatuses.StatusRow;
import id.pkh.registry.complementary.ComplementaryViews.ActView;
import id.pkh.registry.complementary.ComplementaryViews.AdvocacyView;
import id.pkh.registry.complementary.ComplementaryViews.StatusView;
import id.pkh.registry.complementary.domain.AdvocacyState;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Who lacks what in the caller's areas, and how far its advocacy is. */
@ApplicationScoped
class ComplementaryQueries {

    private static final String AREA = "k.village_code";

    private final ComplementaryStatuses statuses;
    private final Advocacies advocacies;
    private final CallerAreas areas;
    private final Caller caller;

    ComplementaryQueries(
            ComplementaryStatuses statuses,
            Advocacies advocacies,
            CallerAreas areas,
            Caller caller) {
        this.statuses = statuses;
        this.advocacies = advocacies;
        this.areas = areas;
        this.caller = caller;
    }

    @Transactional
    Page<StatusView> statuses(
            UUID kpmId, String village, Programme programme, Status status, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(village))
                        .andIfGiven("s.kpm_id = ?", kpmId)
                        .andIfGiven("s.programme = ?", programme)
                        .andIfGiven("s.status = ?", status)
                        .andIfGiven(
                                "s.status_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        return Page.of(
                statuses.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.statusId()},
                ComplementaryQueries::view);
    }

    /** The status that counts after one was recorded, which may be one of a later day. */
    @Transactional
    StatusView status(UUID kpmId, Programme programme, UUID memberId) {
        return statuses.of(kpmId, programme, memberId)
                .map(ComplementaryQueries::view)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @Transactional
    Page<AdvocacyView> advocacies(
            UUID kpmId, String village, Programme programme, AdvocacyState state, PageParams page) {
        UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
        Conditions which = which(areas.visible(AREA), kpmId, village, programme, state, after);
        return Page.of(
                advocacies.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.advocacyId()},
                row -> view(row, null));
    }

    /**
     * The same advocacies page after page, for a file that is written while it is sent. Areas are
     * those of the caller now, because the file is written when the request is answered already.
     */
    CsvExport.Pages<AdvocacyView> everyAdvocacy(
            UUID kpmId, String village, Programme programme, AdvocacyState state) {
        AreaScope scope = caller.areas();
        return last ->
                QuarkusTransaction.joiningExisting()
                        .call(
                                () ->
                                        advocacies
                                                .list(
                                                        which(
                                                                CallerAreas.visible(AREA, scope),
                                                                kpmId,
                                                                village,
                                                                programme,
                                                                state,
                                                                last == null
                                                                        ? null
                                                                        : last.advocacyId()),
                                                        PageParams.MAX_LIMIT_ITEMS)
                                                .stream()
                                                .map(row -> view(row, null))
                                                .toList());
    }

    private static Conditions which(
            Conditions visible,
            UUID kpmId,
            String village,
            Programme programme,
            AdvocacyState state,
            UUID after) {
        return visible.andArea(AREA, AreaScope.requested(village))
                .andIfGiven("a.kpm_id = ?", kpmId)
                .andIfGiven("a.programme = ?", programme)
                .andIfGiven("a.state = ?", state)
                .andIfGiven("a.advocacy_id > ?", after);
    }

    @Transactional
    AdvocacyView advocacy(UUID id) {
        AdvocacyRow row =
                advocacies.list(areas.visible(AREA).and("a.advocacy_id = ?", id), 1).stream()
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        return view(
                row,
                advocacies.acts(id).stream()
                        .map(
                                act ->
                                        new ActView(
                                                act.actNo(),
                                                act.state(),
                                                act.byPerson(),
                                                act.actedAt()))
                        .toList());
    }

    private static StatusView view(StatusRow row) {
        return new StatusView(
                row.statusId(),
                row.kpmId(),
                row.villageCode(),
                row.programme(),
                row.memberId(),
                row.status(),
                row.effectiveOn(),
                row.source(),
                row.recordedBy(),
                row.recordedAt());
    }

    private static AdvocacyView view(AdvocacyRow row, List<ActView> history) {
        return new AdvocacyView(
                row.advocacyId(),
                row.kpmId(),
                row.villageCode(),
                row.programme(),
                row.memberId(),
                row.gap(),
                row.since(),
                row.complaintId(),
                row.state(),
                row.version(),
                row.period(),
                row.refusal(),
                row.listedBy(),
                row.listedAt(),
                history);
    }
}
