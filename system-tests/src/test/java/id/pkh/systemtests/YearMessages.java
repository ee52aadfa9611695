package id.pkh.systemtests;

import id.pkh.client.registry.NotificationsApi;
import id.pkh.client.registry.model.Notification;
import id.pkh.client.registry.model.NotificationPage;
import id.pkh.client.registry.model.NotificationState;
import id.pkh.client.registry.model.PrintableNotification;
import id.pkh.client.registry.model.PrintedRequest;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Notifications that the registry queued. There is no gateway, so the facilitator prints them. */
final class YearMessages {

    private final Stage stage;
    private final Cast cast;
    private final YearVillage village;
    private final Set<UUID> seen = new HashSet<>();

    YearMessages(Stage stage, Cast cast, YearVillage village) {
        this.stage = stage;
        this.cast = cast;
        this.village = village;
    }

    List<String> sinceTheLastLook() {
        YearLines lines = new YearLines();
        stage.registry(cast.officer())
                .each(
                        NotificationsApi::new,
                        (notifications, after) ->
                                notifications.listNotifications(
                                        after, null, null, Stage.PAGE, null, null, null),
                        NotificationPage::getItems,
                        NotificationPage::getNext,
                        notification -> {
                            if (seen.add(notification.getNotificationId())) {
                                lines.add(what(notification), receiver(notification));
                            }
                        });
        return lines.sorted();
    }

    private static String what(Notification notification) {
        boolean leaves = notification.getState() != NotificationState.EXPIRED;
        return notification.getReceiverRole()
                + " "
                + notification.getTemplate()
                + (leaves ? "" : " " + notification.getState());
    }

    private String receiver(Notification notification) {
        return village.nameOf(notification.getReceiverRef());
    }

    /** The facilitator prints the list of the group and hands it out. */
    void print() {
        List<UUID> list =
                stage
                        .registry(cast.facilitatorOf(YearVillage.CODE))
                        .call(
                                NotificationsApi::new,
                                notifications ->
                                        notifications.listPrintableNotifications(YearVillage.GROUP))
                        .getNotifications()
                        .stream()
                        .map(PrintableNotification::getNotificationId)
                        .toList();
        if (!list.isEmpty()) {
            stage.registry(cast.facilitatorOf(YearVillage.CODE))
                    .call(
                            NotificationsApi::new,
                            notifications ->
                                    notifications.markNotificationsPrinted(
                                            new PrintedRequest().notificationIds(list)));
        }
    }
}
