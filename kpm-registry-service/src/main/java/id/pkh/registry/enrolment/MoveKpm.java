package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.registry.area.Areas;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A family goes to another village or group and stays in the programme. */
@ApplicationScoped
class MoveKpm {

    private final KpmRecords records;
    private final Areas areas;
    private final Caller caller;

    MoveKpm(KpmRecords records, Areas areas, Caller caller) {
        this.records = records;
        this.areas = areas;
        this.caller = caller;
    }

    @Transactional
    void handle(UUID kpmId, MoveKpmRequest request) {
        Family family = records.lockForChange(kpmId, request.version());
        FieldReader reader = new FieldReader();
        String village = reader.village("village_code", request.villageCode());
        String group = reader.group("group_code", request.groupCode(), village);
        RequestErrors.refuseIfAny(reader);
        Villages.require(areas, caller, village);
        records.save(
                family.describedAs(
                        family.details().movedTo(village, group), request.effectiveOn()));
    }
}
