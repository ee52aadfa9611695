package id.pkh.disbursement.entitlement.rest;

import id.pkh.disbursement.entitlement.BenefitIndexes;
import id.pkh.disbursement.entitlement.domain.BenefitRate;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/benefit-index")
@Tag(name = "Benefit index", description = "What a component is worth")
public class BenefitIndexResource {

    private final BenefitIndexes indexes;

    BenefitIndexResource(BenefitIndexes indexes) {
        this.indexes = indexes;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "listBenefitRates",
            summary = "The benefit index, the oldest rows first")
    public Page<BenefitRateView> list(
            @QueryParam("on") @Parameter(description = "Only rows that apply on this day.")
                    LocalDate on,
            @BeanParam PageParams page) {
        List<BenefitRate> rates =
                indexes.terms().index().rates().stream()
                        .filter(rate -> on == null || rate.isValidOn(on))
                        .toList();
        int from = page.cursor().map(cursor -> (int) cursor.number(0)).orElse(0);
        List<Numbered> rows =
                IntStream.range(from, Math.min(rates.size(), from + page.limit() + 1))
                        .mapToObj(i -> new Numbered(i + 1, rates.get(i)))
                        .toList();
        return Page.of(
                rows,
                page.limit(),
                row -> new Object[] {row.position()},
                row -> BenefitRateView.of(row.rate()));
    }

    private record Numbered(int position, BenefitRate rate) {}
}
