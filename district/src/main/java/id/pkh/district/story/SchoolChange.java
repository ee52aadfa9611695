package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.registry.DataUpdatesApi;
import id.pkh.client.registry.HomeVisitsApi;
import id.pkh.client.registry.model.ChangeKind;
import id.pkh.client.registry.model.ComponentType;
import id.pkh.client.registry.model.DataUpdateAcceptance;
import id.pkh.client.registry.model.DataUpdateChange;
import id.pkh.client.registry.model.DataUpdateEvidence;
import id.pkh.client.registry.model.DataUpdateReturn;
import id.pkh.client.registry.model.DataUpdateRevision;
import id.pkh.client.registry.model.Electricity;
import id.pkh.client.registry.model.EvidenceKind;
import id.pkh.client.registry.model.Finding;
import id.pkh.client.registry.model.HeadJob;
import id.pkh.client.registry.model.HomeVisitHouse;
import id.pkh.client.registry.model.HomeVisitReport;
import id.pkh.client.registry.model.HouseOwnership;
import id.pkh.client.registry.model.Purpose;
import id.pkh.client.registry.model.ReturnReason;
import id.pkh.client.registry.model.Toilet;
import id.pkh.client.registry.model.Water;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A pupil who is at a secondary school now, from the home visit that finds it to the decision about
 * the data update.
 */
public final class SchoolChange {

    private static final String SECONDARY_SCHOOL = "10702999";

    private final UUID updateId;
    private final DataUpdateChange change;

    private SchoolChange(UUID updateId, DataUpdateChange change) {
        this.updateId = updateId;
        this.change = change;
    }

    /** The visit finds that the data differ, and reports the change with it. */
    public static SchoolChange found(
            PkhClient facilitator, UUID kpmId, UUID pupil, LocalDate visitedOn, LocalDate since) {
        DataUpdateChange change =
                new DataUpdateChange()
                        .kind(ChangeKind.SCHOOL_CHANGED)
                        .memberId(pupil)
                        .effectiveOn(since)
                        .component(ComponentType.SMP)
                        .npsn(SECONDARY_SCHOOL)
                        .grade("7");
        HomeVisitReport visit =
                new HomeVisitReport()
                        .kpmId(kpmId)
                        .visitedOn(visitedOn)
                        .purpose(Purpose.DATA)
                        .house(house())
                        .findings(Set.of(Finding.DATA_DIFFERS))
                        .changes(List.of(change));
        return new SchoolChange(
                facilitator
                        .call(
                                HomeVisitsApi::new,
                                visits ->
                                        visits.recordHomeVisit(UUID.randomUUID().toString(), visit))
                        .getUpdateId(),
                change);
    }

    /** A rented house at the coast. */
    public static HomeVisitHouse house() {
        return new HomeVisitHouse()
                .ownership(HouseOwnership.RENTED)
                .headJob(HeadJob.FISHER)
                .componentsOnCard(2)
                .toilet(Toilet.SHARED)
                .water(Water.BOUGHT)
                .electricity(Electricity.VA_450);
    }

    public void sendBack(PkhClient administrator) {
        administrator.call(
                DataUpdatesApi::new,
                updates ->
                        updates.returnDataUpdate(
                                updateId,
                                new DataUpdateReturn()
                                        .revision(1)
                                        .reasons(Set.of(ReturnReason.EVIDENCE_MISSING))
                                        .note("The letter of the school is missing")));
    }

    /** With the letter of the school. */
    public void submitAgain(PkhClient facilitator, LocalDate letterOf) {
        facilitator.call(
                DataUpdatesApi::new,
                updates ->
                        updates.reviseDataUpdate(
                                updateId,
                                new DataUpdateRevision()
                                        .revision(1)
                                        .evidence(
                                                new DataUpdateEvidence()
                                                        .kind(EvidenceKind.SCHOOL_LETTER)
                                                        .reference("Map 3")
                                                        .on(letterOf))
                                        .changes(List.of(change))));
    }

    /** By a person who submitted none of its revisions. */
    public void accept(PkhClient administrator) {
        int revision =
                administrator
                        .call(
                                DataUpdatesApi::new,
                                updates -> updates.getDataUpdate(updateId, null, null))
                        .getRevision();
        administrator.call(
                DataUpdatesApi::new,
                updates ->
                        updates.acceptDataUpdate(
                                updateId, new DataUpdateAcceptance().revision(revision)));
    }
}
