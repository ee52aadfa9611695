package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.registry.area.Areas;
import id.pkh.registry.enrolment.domain.KpmFacts;
import id.pkh.registry.intake.Reading;
import id.pkh.registry.intake.RequestDefects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A family goes to another village or group and stays in the programme. */
@ApplicationScoped
class MoveKpm {

    private static final String REASON = "MOVED_WITHIN_PROGRAMME";

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
        KpmEntity kpm = records.lockForChange(kpmId, request.version());
        Reading reading = new Reading();
        String village = reading.village("village_code", request.villageCode());
        String group = reading.group("group_code", request.groupCode(), village);
        RequestDefects.refuseIfAny(reading);
        Villages.require(areas, caller, village);
        KpmFacts before = records.facts(kpm);
        kpm.villageCode = village;
        kpm.groupCode = group;
        records.changed(
                kpm,
                before,
                new KpmRecords.Change(request.effectiveOn(), REASON, null, caller.subject()));
    }
}
