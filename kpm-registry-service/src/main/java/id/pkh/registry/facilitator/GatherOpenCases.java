package id.pkh.registry.facilitator;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.work.OpenCaseView;
import id.pkh.platform.work.WorkPages;
import id.pkh.registry.client.OtherServices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks a service, in the name of the caller, what is open in a village. */
@ApplicationScoped
class GatherOpenCases {

    private static final Logger LOG = Logger.getLogger(GatherOpenCases.class);

    private final WorkPages work;
    private final OtherServices others;

    GatherOpenCases(WorkPages work, OtherServices others) {
        this.work = work;
        this.others = others;
    }

    /** Empty if the service does not answer: that nothing is open is another answer. */
    Optional<List<OpenCase>> of(CaseOwner owner, String village, Language language) {
        if (owner == CaseOwner.REGISTRY) {
            return Optional.of(own(village, language));
        }
        try {
            return Optional.of(
                    others
                            .everyItem(
                                    owner.elsewhere(),
                                    "/open-cases?limit="
                                            + PageParams.MAX_LIMIT_ITEMS
                                            + "&village="
                                            + village,
                                    language)
                            .stream()
                            .map(OpenCase::of)
                            .toList());
        } catch (Refused noAnswer) {
            LOG.warnf("the open cases of %s are not known: %s", owner, noAnswer.code());
            return Optional.empty();
        }
    }

    private List<OpenCase> own(String village, Language language) {
        List<OpenCase> cases = new ArrayList<>();
        String after = null;
        do {
            Page<OpenCaseView> page =
                    work.openCasesIn(
                            AreaScope.only(village),
                            PageParams.of(PageParams.MAX_LIMIT_ITEMS, after),
                            language);
            page.items().forEach(view -> cases.add(OpenCase.of(view)));
            after = page.next();
        } while (after != null);
        return cases;
    }
}
