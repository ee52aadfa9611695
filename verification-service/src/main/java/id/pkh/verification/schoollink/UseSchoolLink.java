package id.pkh.verification.schoollink;

import id.pkh.platform.files.FileResult;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.EnterLines;
import id.pkh.verification.evidence.Forms;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.evidence.form.MemberLines;
import id.pkh.verification.schoollink.SchoolLinks.OpenLink;
import id.pkh.verification.schoollink.SchoolLinks.Pupil;
import id.pkh.verification.schoollink.SchoolLinks.Sending;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a school sees and sends by its link. A link that is unknown, over or withdrawn, or whose
 * quarter was closed, is answered alike: there is none.
 */
@ApplicationScoped
public class UseSchoolLink {

    private static final int MAX_SENDINGS = 200;

    /** Written where a correction of a person has its reason. */
    private static final String SENT_AGAIN = "sent again by the school";

    /**
     * A pupil on the list of the school.
     *
     * @param caretaker name of the caretaker; null when the link has no names, or the family came
     *     later than the link
     * @param days what the school sent before
     */
    public record Listed(
            UUID memberId,
            String caretaker,
            String component,
            YearMonth birthMonth,
            Map<YearMonth, SchoolMonth> days) {}

    /** The list of a school, in an order that stays. */
    public record SchoolList(
            String schoolId, VerificationPeriod quarter, Instant closesAt, List<Listed> pupils) {}

    private final SchoolLinks links;
    private final LinkedSchools schools;
    private final EnterLines enter;
    private final Forms forms;
    private final Clock clock;

    UseSchoolLink(
            SchoolLinks links, LinkedSchools schools, EnterLines enter, Forms forms, Clock clock) {
        this.links = links;
        this.schools = schools;
        this.enter = enter;
        this.forms = forms;
        this.clock = clock;
    }

    @Transactional
    public SchoolList open(String token) {
        LinkSecret secret = LinkSecret.of(token);
        Instant now = clock.instant();
        OpenLink link = require(secret, now);
        links.countOpening(link.linkId(), now);
        return listOf(link, secret);
    }

    @Transactional
    public FileResult send(String token, List<MemberLines.Line> lines) {
        Instant now = clock.instant();
        OpenLink link = require(LinkSecret.of(token), now);
        int number = links.latestSending(link.linkId()) + 1;
        if (number > MAX_SENDINGS) {
            throw Refused.because("SCHOOL_LINK_USED_UP").with("max_sendings", MAX_SENDINGS);
        }
        FileResult result = enter.handle(command(link, lines));
        String form = result.details().get("form_id");
        if (form != null) {
            links.addSending(
                    new Sending(
                            link.linkId(),
                            number,
                            UUID.fromString(form),
                            (int) result.rowsApplied(),
                            (int) result.rowsRefused(),
                            now,
                            null,
                            null));
        }
        return result;
    }

    private EnterLines.Command command(OpenLink link, List<MemberLines.Line> lines) {
        String sender = LinkedSchools.sender(link.schoolId());
        boolean isAgain =
                forms.latestRevisionOf(sender, FormKind.SCHOOL, link.schoolId(), link.quarter())
                        > 0;
        return new EnterLines.Command(
                FormKind.SCHOOL,
                link.schoolId(),
                link.quarter(),
                lines,
                isAgain,
                isAgain ? SENT_AGAIN : null,
                sender,
                link.areas(),
                schools.pupils(link.schoolId(), link.quarter(), link.areas()).stream()
                        .map(Pupil::memberId)
                        .collect(Collectors.toSet()));
    }

    private OpenLink require(LinkSecret secret, Instant now) {
        return links.working(secret.hash(), now).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private SchoolList listOf(OpenLink link, LinkSecret secret) {
        List<Pupil> pupils = schools.pupils(link.schoolId(), link.quarter(), link.areas());
        Map<UUID, String> labels = secret.open(link.sealedLabels());
        Map<UUID, Map<YearMonth, SchoolMonth>> lines =
                links.lines(
                        link.schoolId(),
                        link.quarter(),
                        LinkedSchools.sender(link.schoolId()),
                        pupils.stream().map(Pupil::memberId).toList());
        return new SchoolList(
                link.schoolId(),
                link.quarter(),
                link.expiresAt(),
                pupils.stream()
                        .map(
                                pupil ->
                                        new Listed(
                                                pupil.memberId(),
                                                labels.get(pupil.memberId()),
                                                pupil.component(),
                                                pupil.birthMonth(),
                                                lines.getOrDefault(pupil.memberId(), Map.of())))
                        .sorted(
                                Comparator.comparing(
                                                Listed::caretaker,
                                                Comparator.nullsLast(Comparator.naturalOrder()))
                                        .thenComparing(Listed::memberId))
                        .toList());
    }
}
