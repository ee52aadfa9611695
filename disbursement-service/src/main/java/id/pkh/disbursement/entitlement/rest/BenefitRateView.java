package id.pkh.disbursement.entitlement.rest;

import id.pkh.disbursement.entitlement.domain.BenefitRate;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The yearly amount of a component, between two days.")
record BenefitRateView(
        String component,
        @Schema(enumeration = {"MEMBER", "FAMILY_ADDED", "FAMILY_FLAT"}) String basis,
        String scheme,
        LocalDate validFrom,
        @Schema(nullable = true, description = "Missing while the rate applies")
                LocalDate validUntil,
        long annualIdr,
        @Schema(description = "Amount of three full months") long quarterIdr,
        String legalBasis,
        @Schema(description = "field, unconfirmed, low confidence, or entered by two people")
                String source) {

    private static final int QUARTERS_OF_A_YEAR = 4;

    static BenefitRateView of(BenefitRate rate) {
        return new BenefitRateView(
                rate.component(),
                rate.basis().name(),
                rate.scheme(),
                rate.validFrom(),
                rate.validUntil(),
                rate.annual().amount(),
                rate.annual().shareHalfUp(1, QUARTERS_OF_A_YEAR).amount(),
                rate.legalBasis(),
                rate.source());
    }
}
