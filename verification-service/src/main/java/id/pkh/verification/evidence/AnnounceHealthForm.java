package id.pkh.verification.evidence;

import id.pkh.contracts.verification.AttendingVillage;
import id.pkh.contracts.verification.HealthFormReceived;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.evidence.form.FormKind;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes which villages a health service sees, with each of its forms: nobody registers people
 * at one, so it is known from its forms alone. The forms of a quarter together say it, because each
 * sender states the people of her own areas.
 */
@ApplicationScoped
class AnnounceHealthForm {

    private static final long ONLY_EVENT = 1;

    private final Forms forms;
    private final Outbox outbox;

    AnnounceHealthForm(Forms forms, Outbox outbox) {
        this.forms = forms;
        this.outbox = outbox;
    }

    void handle(Forms.Received form) {
        if (form.kind() != FormKind.HEALTH) {
            return;
        }
        outbox.append(
                new HealthFormReceived(
                        form.formId(),
                        form.pointCode(),
                        form.quarter().text(),
                        form.revision(),
                        forms.attending(form.pointCode(), form.quarter()).entrySet().stream()
                                .map(each -> new AttendingVillage(each.getKey(), each.getValue()))
                                .toList(),
                        BusinessDates.on(form.receivedAt()),
                        form.receivedAt()),
                ONLY_EVENT);
    }
}
