package id.pkh.disbursement.situation.rest;

import id.pkh.disbursement.entitlement.domain.BenefitRate;
import id.pkh.disbursement.payment.domain.PaymentKind;
import id.pkh.disbursement.payment.rest.PaymentView;
import id.pkh.disbursement.situation.ExplainPayments.Explained;
import id.pkh.disbursement.situation.SituationTexts.Words;
import id.pkh.disbursement.situation.domain.NextStep.Responsible;
import id.pkh.disbursement.situation.domain.Situation;
import id.pkh.platform.web.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PaymentSituation", description = "Where the money of a payment is, and why.")
record PaymentSituationView(
        @Schema(nullable = true, description = "Missing when the family is not eligible")
                UUID paymentId,
        UUID kpmId,
        String cycleCode,
        @Schema(implementation = PaymentKind.class) String kind,
        long amountIdr,
        SituationView situation,
        @Schema(nullable = true, description = "Missing for another system") NextStepView nextStep,
        @Schema(nullable = true, description = "The bank of the latest attempt") String bank,
        @Schema(
                        nullable = true,
                        description =
                                "Account of the latest attempt, masked; missing for another system")
                String account,
        @Schema(nullable = true, description = "The payment that makes up for this one")
                UUID compensatedBy,
        @Schema(nullable = true, description = "Full months that the amount is for") Integer months,
        @Schema(description = "Yearly amounts from which the parts of the amount follow")
                List<PaymentRateView> rates,
        @Schema(
                        nullable = true,
                        description =
                                "Parts of the amount, decisions, steps and warnings; missing for"
                                        + " another system")
                PaymentView payment) {

    static PaymentSituationView of(Explained explained, Language language, boolean forSystem) {
        var line = explained.line();
        return new PaymentSituationView(
                line.paymentId(),
                line.kpmId(),
                line.cycleCode(),
                line.kind(),
                line.amountIdr(),
                SituationView.of(explained, language, forSystem),
                forSystem ? null : NextStepView.of(explained, language),
                line.attempt() == null ? null : line.attempt().bank(),
                forSystem ? null : explained.account(),
                explained.compensatedBy(),
                explained.range() == null ? null : explained.range().fullMonths(),
                explained.rates().stream().map(PaymentRateView::of).toList(),
                forSystem ? null : PaymentView.of(line));
    }

    @Schema(
            name = "SituationInWords",
            description = "Where the money is, in the caller's language.")
    record SituationView(
            @Schema(implementation = Situation.class) String code,
            @Schema(nullable = true, description = "Reason code; missing for another system")
                    String reason,
            @Schema(nullable = true, description = "The day on which it began") LocalDate since,
            String text,
            @Schema(nullable = true, description = "The reason in words, if it has any")
                    String reasonText) {

        static SituationView of(Explained explained, Language language, boolean forSystem) {
            return new SituationView(
                    explained.situation().name(),
                    forSystem ? null : explained.reason(),
                    explained.since(),
                    Words.in(language, explained.text().text()),
                    forSystem ? null : Words.in(language, explained.reasonText()));
        }
    }

    @Schema(name = "PaymentNextStep", description = "What to do next, who does it and by when.")
    record NextStepView(
            @Schema(implementation = Responsible.class) String responsible,
            String text,
            @Schema(nullable = true, description = "Missing when the step has no day")
                    LocalDate dueOn) {

        static NextStepView of(Explained explained, Language language) {
            return new NextStepView(
                    explained.text().step().responsible().name(),
                    Words.in(language, explained.text().next()),
                    explained.dueOn());
        }
    }

    @Schema(name = "PaymentRate", description = "The yearly amount of a component of the payment.")
    record PaymentRateView(
            String component,
            @Schema(enumeration = {"MEMBER", "FAMILY_ADDED", "FAMILY_FLAT"}) String basis,
            long annualIdr,
            String legalBasis,
            String source) {

        static PaymentRateView of(BenefitRate rate) {
            return new PaymentRateView(
                    rate.component(),
                    rate.basis().name(),
                    rate.annual().amount(),
                    rate.legalBasis(),
                    rate.source());
        }
    }
}
