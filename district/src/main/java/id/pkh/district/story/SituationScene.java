package id.pkh.district.story;

import id.pkh.client.disbursement.MyWorkApi;
import id.pkh.client.disbursement.PaymentsApi;
import id.pkh.client.disbursement.model.Payment;
import id.pkh.client.disbursement.model.PaymentAttempt;
import id.pkh.client.disbursement.model.PaymentSituation;
import id.pkh.client.disbursement.model.SituationInWords;
import id.pkh.client.platform.model.WorkItem;
import id.pkh.client.platform.model.WorkItemPage;
import id.pkh.district.recount.AtBank;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Families ask where their money is, and their facilitator reads the answer to them. */
final class SituationScene {

    private static final Map<String, String> IN_INDONESIAN = Map.of("Accept-Language", "id");

    /** Banks that tell by a notice that money came back. */
    private static final Set<String> NOTIFYING = Set.of("BRI", "BNI");

    private final Stage stage;
    private final Cast cast;
    private final Findings findings;
    private final Narrator narrator;

    SituationScene(StoryContext context, Narrator narrator) {
        this.stage = context.stage();
        this.cast = context.cast();
        this.findings = context.findings();
        this.narrator = narrator;
    }

    void play(Map<String, List<Payment>> payments) {
        narrator.chapter("Where is this family's money?");
        ask(payments, "The bank has credited it.", "CREDITED", atBank("CREDITED"));
        ask(payments, "The bank has refused it.", "REJECTED", atBank("REJECTED"));
        Predicate<PaymentAttempt> returned = atBank("RETURNED");
        ask(
                        payments,
                        "The bank has credited it, and then told by camt.054 that the money came"
                                + " back.",
                        "RETURNED",
                        returned.and(one -> NOTIFYING.contains(one.getBank())))
                .ifPresent(this::whatFollows);
        ask(
                payments,
                "The post office has paid it in cash.",
                "WITHDRAWN",
                one -> atPost(one) && is(one, "CREDITED"));
        ask(
                payments,
                "Nobody has collected it at the post office.",
                "REJECTED",
                one -> atPost(one) && is(one, "REJECTED"));
    }

    private static Predicate<PaymentAttempt> atBank(String status) {
        return one -> !atPost(one) && is(one, status);
    }

    private static boolean atPost(PaymentAttempt attempt) {
        return AtBank.POST.equals(attempt.getBank());
    }

    private static boolean is(PaymentAttempt attempt, String status) {
        return status.equals(attempt.getStatus().toString());
    }

    /** The first payment of that kind, if there is one. */
    private Optional<Payment> ask(
            Map<String, List<Payment>> payments,
            String why,
            String situation,
            Predicate<PaymentAttempt> which) {
        Optional<Payment> payment =
                payments.values().stream()
                        .flatMap(Collection::stream)
                        .filter(one -> one.getAttempt() != null && which.test(one.getAttempt()))
                        .min(Comparator.comparing(Payment::getPaymentId));
        payment.ifPresent(one -> ask(one, why, situation));
        return payment;
    }

    private void ask(Payment payment, String why, String situation) {
        PaymentSituation told =
                stage.disbursement(cast.facilitatorOf(payment.getVillageCode()))
                        .call(
                                PaymentsApi::new,
                                api ->
                                        api.getPaymentSituation(
                                                payment.getPaymentId(), IN_INDONESIAN))
                        .getSituation();
        findings.equal(
                payment.getKpmId() + ", where its money is",
                situation,
                told.getSituation().getCode().toString());
        narrator.say(
                "Family %s, Rp%,d at %s. %s It hears:",
                payment.getKpmId(), payment.getAmountIdr(), payment.getAttempt().getBank(), why);
        narrator.say("    %s", words(told.getSituation()));
        narrator.say("    Berikutnya: %s", told.getNextStep().getText());
    }

    /** The reason is left out where the text has it. */
    private static String words(SituationInWords situation) {
        String text = situation.getText();
        String reason = situation.getReasonText();
        return reason == null || text.toLowerCase(Locale.ROOT).contains(reason)
                ? text
                : text.substring(0, text.length() - 1) + " (" + reason + ").";
    }

    /** Before it is sent again, somebody has to correct the account: it is in the work. */
    private void whatFollows(Payment payment) {
        List<WorkItem> work = new ArrayList<>();
        String id = payment.getPaymentId().toString();
        stage.disbursement(cast.facilitatorOf(payment.getVillageCode()))
                .each(
                        MyWorkApi::new,
                        (api, after) ->
                                api.listMyWork(
                                        after, Stage.PAGE, payment.getVillageCode(), IN_INDONESIAN),
                        WorkItemPage::getItems,
                        WorkItemPage::getNext,
                        item -> {
                            if (item.getHref() != null && item.getHref().contains(id)) {
                                work.add(item);
                            }
                        });
        findings.equal(payment.getKpmId() + ", work about the returned money", 1, work.size());
        work.forEach(
                item ->
                        narrator.say(
                                "    In the facilitator's work, until %s: %s",
                                item.getDueOn(), item.getText()));
    }
}
