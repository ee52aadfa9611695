package id.pkh.verification.schoollink;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.calendar.ClosingDays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.notice.CaretakerDirectory;
import id.pkh.verification.schoollink.SchoolLinks.NewLink;
import id.pkh.verification.schoollink.SchoolLinks.Pupil;
import id.pkh.verification.signal.domain.VerificationPeriod;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes a link. The names of the caretakers are asked of the registry in the name of whoever makes
 * it, outside any transaction, and are kept under the secret alone. While the registry does not
 * answer, the link is made without names.
 */
@ApplicationScoped
public class CreateSchoolLink {

    private static final int MAX_LINKS = 5;

    /** Names no school: the registry refuses a purpose with a long number. */
    private static final String PURPOSE = "list of a school";

    private static final Logger LOG = Logger.getLogger(CreateSchoolLink.class);

    public record Command(
            String schoolId,
            VerificationPeriod quarter,
            String subject,
            AreaScope areas,
            String bearerToken) {}

    /**
     * A link that was made.
     *
     * @param token shown this once
     * @param hasNames whether the list names the caretakers
     */
    public record Created(
            UUID linkId, String token, Instant expiresAt, int pupils, boolean hasNames) {}

    private final SchoolLinks links;
    private final LinkedSchools schools;
    private final CaretakerDirectory caretakers;
    private final ClosingDays days;
    private final Clock clock;

    CreateSchoolLink(
            SchoolLinks links,
            LinkedSchools schools,
            CaretakerDirectory caretakers,
            ClosingDays days,
            Clock clock) {
        this.links = links;
        this.schools = schools;
        this.caretakers = caretakers;
        this.days = days;
        this.clock = clock;
    }

    public Created handle(Command command) {
        Instant expires = requireOpen(command.quarter());
        List<Pupil> pupils =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        schools.pupils(
                                                command.schoolId(),
                                                command.quarter(),
                                                command.areas()));
        if (pupils.isEmpty()) {
            throw Refused.because("NOT_FOUND");
        }
        Map<UUID, String> labels = labels(command, pupils);
        LinkSecret secret = LinkSecret.random();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        QuarkusTransaction.requiringNew().run(() -> add(command, id, secret, labels, expires));
        return new Created(id, secret.token(), expires, pupils.size(), !labels.isEmpty());
    }

    /** Until when a quarter that has begun can be reported about. */
    private Instant requireOpen(VerificationPeriod quarter) {
        Instant now = clock.instant();
        boolean hasBegun = !quarter.firstDay().isAfter(BusinessDates.on(now));
        return days.closesAt(quarter.firstMonth())
                .filter(closes -> hasBegun && now.isBefore(closes))
                .orElseThrow(
                        () -> Refused.because("QUARTER_NOT_OPEN").with("quarter", quarter.text()));
    }

    private Map<UUID, String> labels(Command command, List<Pupil> pupils) {
        List<UUID> families =
                pupils.stream()
                        .map(Pupil::kpmId)
                        .distinct()
                        .limit(CaretakerDirectory.MAX_FAMILIES)
                        .toList();
        try {
            Map<UUID, String> names =
                    caretakers.namesOf(families, command.bearerToken(), PURPOSE).orElse(Map.of());
            Map<UUID, String> labels = new HashMap<>();
            pupils.stream()
                    .filter(pupil -> names.containsKey(pupil.kpmId()))
                    .forEach(pupil -> labels.put(pupil.memberId(), names.get(pupil.kpmId())));
            return labels;
        } catch (Refused away) {
            LOG.warnf("a link for a school was made without names: %s", away.code());
            return Map.of();
        }
    }

    private void add(
            Command command,
            UUID id,
            LinkSecret secret,
            Map<UUID, String> labels,
            Instant expires) {
        Instant now = clock.instant();
        links.lock(command.schoolId(), command.quarter(), command.subject());
        if (links.countWorking(command.schoolId(), command.quarter(), command.subject(), now)
                >= MAX_LINKS) {
            throw Refused.because("SCHOOL_LINKS_TOO_MANY").with("max_links", MAX_LINKS);
        }
        links.add(
                new NewLink(
                        id,
                        command.schoolId(),
                        command.quarter(),
                        command.areas(),
                        secret.hash(),
                        labels.isEmpty() ? null : secret.seal(labels),
                        now,
                        command.subject(),
                        expires));
    }
}
