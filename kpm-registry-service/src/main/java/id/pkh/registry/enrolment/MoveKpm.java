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
class MoveKpm {

    private final KpmRecords records;
    private final CallerAreas areas;

    MoveKpm(KpmRecords records, CallerAreas areas) {
        this.records = records;
        this.areas = areas;
    }

    @Transactional
    void handle(UUID kpmId, MoveKpmRequest request) {
        Family family = records.lockForChange(kpmId, request.version());
        FieldReader reader = new FieldReader();
        String village = reader.village("village_code", request.villageCode());
        String group = reader.group("group_code", request.groupCode(), village);
        RequestErrors.refuseIfAny(reader);
        areas.requireVillage(village);
        records.save(
                family.describedAs(
                        family.details().movedTo(village, group), request.effectiveOn()));
    }
}
