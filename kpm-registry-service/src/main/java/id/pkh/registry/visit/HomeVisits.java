package id.pkh.registry.visit;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.visit.domain.House;
import id.pkh.registry.visit.domain.VisitCodes.Electricity;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import id.pkh.registry.visit.domain.VisitCodes.HeadJob;
import id.pkh.registry.visit.domain.VisitCodes.HouseOwnership;
import id.pkh.registry.visit.domain.VisitCodes.PhotoKind;
import id.pkh.registry.visit.domain.VisitCodes.Purpose;
import id.pkh.registry.visit.domain.VisitCodes.Toilet;
import id.pkh.registry.visit.domain.VisitCodes.Water;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rows of home visits, of which nothing is rewritten. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class HomeVisits {

    private static final String SELECT =
            """
            SELECT v.visit_id, v.kpm_id, k.village_code, v.visited_on, v.visited_by, v.purpose,
                   v.house_ownership, v.head_job, v.components_on_card, v.toilet, v.water,
                   v.electricity, v.position_cipher, array_to_string(v.findings, ',') AS findings,
                   v.remark, v.supersedes, s.visit_id AS superseded_by, u.update_id, v.recorded_by,
                   v.recorded_at
              FROM home_visit v JOIN kpm k ON k.id = v.kpm_id
              LEFT JOIN home_visit s ON s.supersedes = v.visit_id
              LEFT JOIN family_update u ON u.visit_id = v.visit_id
             WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO home_visit (visit_id, kpm_id, visited_on, visited_by, purpose,
                   house_ownership, head_job, components_on_card, toilet, water, electricity,
                   position_cipher, findings, remark, supersedes, recorded_by, recorded_at)
            VALUES (:id, :kpm, :on, :visitor, :purpose, :ownership, :job, :components, :toilet,
                   :water, :electricity, :position, :findings, :remark, :supersedes, :by, :now)
            """;

    private static final String INSERT_PHOTO =
            "INSERT INTO home_visit_photo (visit_id, photo_no, kind, reference_cipher, sha256,"
                    + " taken_at) VALUES (:id, :no, :kind, :reference, :sha256, :taken)";

    private static final String PHOTOS =
            """
            SELECT p.photo_no, p.kind, p.reference_cipher, p.sha256, p.taken_at,
                   (SELECT count(DISTINCT o.kpm_id) FROM home_visit_photo q
                      JOIN home_visit o ON o.visit_id = q.visit_id
                     WHERE q.sha256 = p.sha256 AND o.kpm_id <> v.kpm_id) AS other_families
              FROM home_visit_photo p JOIN home_visit v ON v.visit_id = p.visit_id
             WHERE p.visit_id = :id ORDER BY p.photo_no
            """;

    private final Database database;

    HomeVisits(Database database) {
        this.database = database;
    }

    record VisitRow(
            UUID visitId,
            UUID kpmId,
            String villageCode,
            LocalDate visitedOn,
            String visitedBy,
            Purpose purpose,
            HouseOwnership houseOwnership,
            HeadJob headJob,
            Integer componentsOnCard,
            Toilet toilet,
            Water water,
            Electricity electricity,
            byte[] positionCipher,
            String findings,
            String remark,
            UUID supersedes,
            UUID supersededBy,
            UUID updateId,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * A photo of which only the reference is here.
     *
     * @param otherFamilies number of other families with the same photo: a sign to look at
     */
    record PhotoRow(
            int photoNo,
            PhotoKind kind,
            byte[] referenceCipher,
            String sha256,
            Instant takenAt,
            long otherFamilies) {}

    /** A visit as it is written. */
    record NewVisit(
            UUID id,
            UUID kpmId,
            LocalDate visitedOn,
            String visitedBy,
            Purpose purpose,
            House house,
            byte[] position,
            Set<Finding> findings,
            String remark,
            UUID supersedes,
            String by,
            Instant now) {}

    record NewPhoto(int no, PhotoKind kind, byte[] reference, String sha256, Instant takenAt) {}

    List<VisitRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY v.visit_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(VisitRow.class))
                                .list());
    }

    List<PhotoRow> photos(UUID visit) {
        return database.query(
                PHOTOS, q -> q.bind("id", visit).map(database.rowsAs(PhotoRow.class)).list());
    }

    void insert(NewVisit visit, List<NewPhoto> photos) {
        House house = visit.house();
        database.update(
                INSERT,
                u ->
                        u.bind("id", visit.id())
                                .bind("kpm", visit.kpmId())
                                .bind("on", visit.visitedOn())
                                .bind("visitor", visit.visitedBy())
                                .bind("purpose", visit.purpose())
                                .bind("ownership", house.ownership())
                                .bind("job", house.headJob())
                                .bind("components", house.componentsOnCard())
                                .bind("toilet", house.toilet())
                                .bind("water", house.water())
                                .bind("electricity", house.electricity())
                                .bind("position", visit.position())
                                .bind(
                                        "findings",
                                        SqlArrays.codes(
                                                visit.findings().stream().sorted().toList(),
                                                finding -> finding))
                                .bind("remark", visit.remark())
                                .bind("supersedes", visit.supersedes())
                                .bind("by", visit.by())
                                .bind("now", visit.now()));
        database.batch(
                INSERT_PHOTO,
                photos,
                (row, photo) ->
                        row.bind("id", visit.id())
                                .bind("no", photo.no())
                                .bind("kind", photo.kind())
                                .bind("reference", photo.reference())
                                .bind("sha256", photo.sha256())
                                .bind("taken", photo.takenAt()));
    }
}
