package id.pkh.registry.visit;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.ReadLog;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.visit.HomeVisitView.HouseView;
import id.pkh.registry.visit.HomeVisitView.PhotoView;
import id.pkh.registry.visit.HomeVisitView.PositionView;
import id.pkh.registry.visit.HomeVisits.PhotoRow;
import id.pkh.registry.visit.HomeVisits.VisitRow;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Visits as the caller may see them. Where a family lives and its photos are shown for one visit,
 * to the facilitators and administrators of the area and to auditors; each such read is logged.
 */
@ApplicationScoped
public class HomeVisitQueries {

    private static final String AREA = "k.village_code";

    private final HomeVisits visits;
    private final CallerAreas areas;
    private final Identities identities;
    private final ReadLog readLog;
    private final Caller caller;

    HomeVisitQueries(
            HomeVisits visits,
            CallerAreas areas,
            Identities identities,
            ReadLog readLog,
            Caller caller) {
        this.visits = visits;
        this.areas = areas;
        this.identities = identities;
        this.readLog = readLog;
        this.caller = caller;
    }

    /** Which visits a list shows; null for all. */
    public record Filter(UUID kpmId, String village, String visitor, YearMonth month) {}

    @Transactional
    public Page<HomeVisitView> list(Filter filter, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(filter.village()))
                        .andIfGiven("v.kpm_id = ?", filter.kpmId())
                        .andIfGiven("v.visited_by = ?", filter.visitor())
                        .andIfGiven(
                                "v.visit_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        if (filter.month() != null) {
            which.and(
                    "v.visited_on BETWEEN ? AND ?",
                    filter.month().atDay(1),
                    filter.month().atEndOfMonth());
        }
        return Page.of(
                visits.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.visitId()},
                row -> view(row, null, null));
    }

    @Transactional
    HomeVisitView one(UUID id) {
        VisitRow row =
                visits.list(areas.visible(AREA).and("v.visit_id = ?", id), 1).stream()
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (!maySeeHome()) {
            return view(row, null, null);
        }
        readLog.record(
                "home_visit",
                id.toString(),
                row.villageCode(),
                "position,photos",
                "home visit " + row.purpose());
        return view(row, position(row), visits.photos(id).stream().map(this::photo).toList());
    }

    private boolean maySeeHome() {
        return Stream.of(Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR, Roles.AUDITOR)
                .anyMatch(caller::hasRole);
    }

    private PositionView position(VisitRow row) {
        if (row.positionCipher() == null) {
            return null;
        }
        String[] parts = identities.open(PersonalField.POSITION, row.positionCipher()).split(";");
        return new PositionView(
                new BigDecimal(parts[0]), new BigDecimal(parts[1]), Integer.parseInt(parts[2]));
    }

    private PhotoView photo(PhotoRow row) {
        return new PhotoView(
                row.kind(),
                identities.open(PersonalField.PHOTO, row.referenceCipher()),
                row.sha256(),
                row.takenAt(),
                row.otherFamilies());
    }

    private static HomeVisitView view(VisitRow row, PositionView position, List<PhotoView> photos) {
        return new HomeVisitView(
                row.visitId(),
                row.kpmId(),
                row.villageCode(),
                row.visitedOn(),
                row.visitedBy(),
                row.purpose(),
                row.houseOwnership() == null
                        ? null
                        : new HouseView(
                                row.houseOwnership(),
                                row.headJob(),
                                row.componentsOnCard(),
                                row.toilet(),
                                row.water(),
                                row.electricity()),
                Stream.of(row.findings().split(",")).map(Finding::valueOf).toList(),
                row.remark(),
                row.updateId(),
                row.supersedes(),
                row.supersededBy(),
                row.recordedBy(),
                row.recordedAt(),
                position,
                photos);
    }
}
