package id.pkh.district.story;

import id.pkh.client.registry.ComplaintsApi;
import id.pkh.client.registry.DataUpdatesApi;
import id.pkh.client.registry.HandOversApi;
import id.pkh.client.registry.NotificationsApi;
import id.pkh.client.registry.model.ComplaintState;
import id.pkh.client.registry.model.HandoverState;
import id.pkh.client.registry.model.NotificationPage;
import id.pkh.client.registry.model.ReceiverRole;
import id.pkh.client.registry.model.UpdateState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What came of the village that was handed over, as the registry counts it. */
final class HandOverFigures {

    private final Stage stage;
    private final Cast cast;

    HandOverFigures(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    /**
     * @param village empty when none was handed over
     */
    Map<String, Object> of(Optional<String> village) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("regency_notified", regencyNotified());
        summary.put("villages_handed_over", village.map(this::handedOver).orElse(0L));
        summary.put("families_told_of_hand_over", village.map(this::familiesTold).orElse(0L));
        summary.put("complaints_settled", village.map(this::complaintsSettled).orElse(0L));
        summary.put("data_updates_accepted", village.map(this::updatesAccepted).orElse(0L));
        return summary;
    }

    long regencyNotified() {
        return notified(null, ReceiverRole.REGENCY_COORDINATOR, "MEETINGS_MISSED_BY_FACILITATOR");
    }

    long familiesTold(String village) {
        return notified(village, ReceiverRole.FAMILY, "HAND_OVER");
    }

    /** Of steps that are protected, because others failed. */
    long toldWithoutBlame(String village) {
        return notified(village, ReceiverRole.FAMILY, "PROTECTED_STEP");
    }

    private long notified(String area, ReceiverRole role, String template) {
        long[] count = {0};
        stage.registry(cast.officer())
                .each(
                        NotificationsApi::new,
                        (all, after) ->
                                all.listNotifications(
                                        after, area, null, Stage.PAGE, null, role, null),
                        NotificationPage::getItems,
                        NotificationPage::getNext,
                        each -> count[0] += template.equals(each.getTemplate().toString()) ? 1 : 0);
        return count[0];
    }

    private long handedOver(String village) {
        return stage.registry(cast.administrator())
                .call(
                        HandOversApi::new,
                        all ->
                                all.listHandovers(
                                        null, null, Stage.PAGE, HandoverState.IN_OVERLAP, village))
                .getItems()
                .size();
    }

    private long complaintsSettled(String village) {
        return stage.registry(cast.coordinator(village))
                .call(
                        ComplaintsApi::new,
                        all ->
                                all.listComplaints(
                                        null,
                                        null,
                                        Stage.PAGE,
                                        null,
                                        ComplaintState.DONE,
                                        null,
                                        village))
                .getItems()
                .size();
    }

    private long updatesAccepted(String village) {
        return stage.registry(cast.administrator())
                .call(
                        DataUpdatesApi::new,
                        all ->
                                all.listDataUpdates(
                                        null,
                                        null,
                                        Stage.PAGE,
                                        null,
                                        UpdateState.ACCEPTED,
                                        null,
                                        village))
                .getItems()
                .size();
    }
}
