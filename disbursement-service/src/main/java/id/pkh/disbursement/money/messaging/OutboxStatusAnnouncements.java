package id.pkh.disbursement.money.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.disbursement.PaymentCredited;
import id.pkh.contracts.disbursement.PaymentOutcomeUnknown;
import id.pkh.contracts.disbursement.PaymentRejected;
import id.pkh.contracts.disbursement.PaymentReturned;
import id.pkh.contracts.disbursement.PaymentSent;
import id.pkh.contracts.disbursement.PaymentTakenOut;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.StatusAnnouncements;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Appends changes of status to the outbox; some statuses are not published. */
@ApplicationScoped
class OutboxStatusAnnouncements implements StatusAnnouncements {

    private final Outbox outbox;

    OutboxStatusAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    /** An attempt is voided for a reason when its payment was taken out of a batch. */
    @Override
    public boolean isPublished(StatusChange change) {
        return switch (change.newStatus()) {
            case SENT, CREDITED, REJECTED, UNKNOWN, RETURNED -> true;
            case VOIDED -> change.reason() != null;
            case PLANNED, ACCEPTED -> false;
        };
    }

    @Override
    public void announce(
            BatchReference batch, List<StatusChange> changes, LockedFamilies families, Instant at) {
        LocalDate day = BusinessDates.on(at);
        outbox.appendAll(
                changes.stream()
                        .map(
                                change ->
                                        new Sequenced(
                                                eventOf(batch, change, day, at),
                                                families.nextVersion(change.instruction().kpmId())))
                        .toList());
    }

    static Event eventOf(BatchReference batch, StatusChange change, LocalDate today, Instant at) {
        LocalDate day = change.bookedOn() == null ? today : change.bookedOn();
        Instruction of = change.instruction();
        return switch (change.newStatus()) {
            case SENT ->
                    new PaymentSent(
                            of.paymentId(),
                            of.kpmId(),
                            of.villageCode(),
                            batch.cycleCode(),
                            of.amountIdr(),
                            batch.bank(),
                            of.attempt(),
                            day,
                            at);
            case CREDITED ->
                    new PaymentCredited(
                            of.paymentId(),
                            of.kpmId(),
                            of.villageCode(),
                            batch.cycleCode(),
                            of.amountIdr(),
                            batch.bank(),
                            of.attempt(),
                            day,
                            at);
            case REJECTED -> rejected(batch, change, day, at);
            case RETURNED -> returned(batch, change, day, at);
            case UNKNOWN ->
                    new PaymentOutcomeUnknown(
                            of.paymentId(),
                            of.kpmId(),
                            of.villageCode(),
                            batch.cycleCode(),
                            of.amountIdr(),
                            batch.bank(),
                            of.attempt(),
                            day,
                            at);
            case VOIDED -> takenOut(batch, change, day, at);
            case PLANNED, ACCEPTED ->
                    throw new IllegalArgumentException(change.newStatus() + " is not published");
        };
    }

    private static Event returned(
            BatchReference batch, StatusChange change, LocalDate day, Instant at) {
        Instruction of = change.instruction();
        return new PaymentReturned(
                of.paymentId(),
                of.kpmId(),
                of.villageCode(),
                batch.cycleCode(),
                of.amountIdr(),
                batch.bank(),
                of.attempt(),
                change.reason(),
                day,
                at);
    }

    private static Event takenOut(
            BatchReference batch, StatusChange change, LocalDate day, Instant at) {
        Instruction of = change.instruction();
        return new PaymentTakenOut(
                of.paymentId(),
                of.kpmId(),
                of.villageCode(),
                batch.cycleCode(),
                of.amountIdr(),
                batch.bank(),
                of.attempt(),
                change.reason(),
                day,
                at);
    }

    private static Event rejected(
            BatchReference batch, StatusChange change, LocalDate day, Instant at) {
        Instruction of = change.instruction();
        return new PaymentRejected(
                of.paymentId(),
                of.kpmId(),
                of.villageCode(),
                batch.cycleCode(),
                of.amountIdr(),
                batch.bank(),
                of.attempt(),
                change.reason(),
                day,
                at);
    }
}
