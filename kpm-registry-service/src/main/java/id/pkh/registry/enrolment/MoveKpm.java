package id.pkh.registry.enrolment;

import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Moves a family to another village or group; the family stays in the programme. */
@ApplicationScoped
public class MoveKpm {

    private final KpmRecords records;
    private final CallerAreas areas;

    MoveKpm(KpmRecords records, CallerAreas areas) {
        this.records = records;
        this.areas = areas;
    }

    @Transactional
    void handle(UUID kpmId, AsRead read, MoveKpmRequest request) {
        Family family = records.lockForChange(kpmId, read);
        Family moved = applied(family, request);
        requireDestination(moved);
        records.save(moved);
    }

    /** The village to which the family moves is one of the caller's, as the present one is. */
    public void requireDestination(Family moved) {
        areas.requireVillage(moved.details().villageCode());
    }

    public Family applied(Family family, MoveKpmRequest request) {
        FieldReader reader = new FieldReader();
        String village = reader.village("village_code", request.villageCode());
        String group = reader.group("group_code", request.groupCode(), village);
        RequestErrors.refuseIfAny(reader);
        return family.describedAs(family.details().movedTo(village, group), request.effectiveOn());
    }
}
