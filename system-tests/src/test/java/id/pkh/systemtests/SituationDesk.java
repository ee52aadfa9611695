package id.pkh.systemtests;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.WithdrawalsApi;
import id.pkh.client.platform.model.WorkItem;
import id.pkh.client.platform.model.WorkItemPage;
import id.pkh.client.registry.FamiliesApi;
import id.pkh.client.registry.HandOversApi;
import id.pkh.client.registry.MyWorkApi;
import id.pkh.client.registry.model.ComponentType;
import id.pkh.district.story.Cast;
import id.pkh.district.story.LostCard;
import id.pkh.district.story.SchoolChange;
import id.pkh.district.story.Stage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the facilitator of the day does for single families, and has to do. */
final class SituationDesk {

    private final Stage stage;
    private final Cast cast;
    private final YearVillage village;

    SituationDesk(Stage stage, Cast cast, YearVillage village) {
        this.stage = stage;
        this.cast = cast;
        this.village = village;
    }

    PkhClient facilitator() {
        return stage.registry(cast.facilitatorOf(YearVillage.CODE));
    }

    PkhClient coordinator() {
        return stage.registry(cast.coordinator(YearVillage.SUB_DISTRICT));
    }

    PkhClient administrator() {
        return stage.registry(cast.administrator());
    }

    LostCard cardIsLost(String family) {
        return LostCard.lodge(facilitator(), village.idOf(family));
    }

    SchoolChange findsAnotherSchool(String family, String day, String since) {
        UUID pupil =
                facilitator()
                        .call(
                                FamiliesApi::new,
                                families -> families.listMembers(village.idOf(family), null, null))
                        .getItems()
                        .stream()
                        .filter(member -> member.getComponent() == ComponentType.SD)
                        .findFirst()
                        .orElseThrow()
                        .getMemberId();
        return SchoolChange.found(
                facilitator(),
                village.idOf(family),
                pupil,
                LocalDate.parse(day),
                LocalDate.parse(since));
    }

    /** The form of reconciliation: these families withdrew all that was paid. */
    void reportWithdrawals(String cycle, String day, String... families) {
        List<String> form = new ArrayList<>();
        form.add("id_keluarga;tahap;ditarik;tanggal;jumlah_ditarik;saluran;alasan;didampingi");
        for (String family : families) {
            form.add(
                    String.join(
                            ";",
                            village.idOf(family).toString(),
                            cycle,
                            "Ya",
                            day,
                            Long.toString(paid(cycle, family)),
                            "ATM",
                            "",
                            "Pendamping"));
        }
        Path file = village.written("withdrawals-" + day + ".csv", form);
        stage.disbursement(cast.facilitatorOf(YearVillage.CODE))
                .call(
                        WithdrawalsApi::new,
                        withdrawals ->
                                withdrawals.importWithdrawals(
                                        file.toFile(), file.getFileName().toString()));
    }

    private long paid(String cycle, String family) {
        long[] amount = {0};
        stage.payments(
                cycle,
                payment -> {
                    if (payment.getKpmId().equals(village.idOf(family))) {
                        amount[0] = payment.getAmountIdr();
                    }
                });
        return amount[0];
    }

    List<String> openCases(UUID handover) {
        YearLines lines = new YearLines();
        facilitator()
                .each(
                        HandOversApi::new,
                        (all, after) -> all.listOpenCasesOfHandover(handover, after, Stage.PAGE),
                        WorkItemPage::getItems,
                        WorkItemPage::getNext,
                        item -> lines.add(written(item), ""));
        return lines.sorted();
    }

    /** Of the services beside the registry. */
    List<String> workElsewhere() {
        YearLines lines = new YearLines();
        for (String service : Stage.SERVICES.subList(1, Stage.SERVICES.size())) {
            stage.service(service, cast.facilitatorOf(YearVillage.CODE))
                    .each(
                            MyWorkApi::new,
                            (work, after) -> work.listMyWork(after, Stage.PAGE, YearVillage.CODE),
                            WorkItemPage::getItems,
                            WorkItemPage::getNext,
                            item -> lines.add(written(item), item.getVillageCode()));
        }
        return lines.sorted();
    }

    private static String written(WorkItem item) {
        return item.getKind() + (item.getOverdue() ? " overdue" : "");
    }

    /** How many cases there were. */
    String confirmsReceipt(UUID handover) {
        return String.valueOf(
                facilitator()
                        .call(HandOversApi::new, all -> all.confirmHandoverReceipt(handover))
                        .getOpenCasesReceived());
    }
}
