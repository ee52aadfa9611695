package id.pkh.registry.visit;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.dataupdate.SubmitVisitFindings;
import id.pkh.registry.enrolment.AdvanceCandidate;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.UniqueViolations;
import id.pkh.registry.visit.HomeVisitRequest.PhotoEntry;
import id.pkh.registry.visit.HomeVisits.NewPhoto;
import id.pkh.registry.visit.HomeVisits.NewVisit;
import id.pkh.registry.visit.HomeVisits.VisitRow;
import id.pkh.registry.visit.domain.Position;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import id.pkh.registry.visit.domain.VisitCodes.Purpose;
import id.pkh.registry.visit.domain.VisitRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Records a visit, or one that supersedes another. What it found about the data of the family
 * becomes a data update, which another person accepts. A candidate who was invited and is met at
 * home is visited from then on.
 */
@ApplicationScoped
public class RecordVisit {

    private final HomeVisits visits;
    private final KpmRecords records;
    private final Identities identities;
    private final SubmitVisitFindings findings;
    private final AdvanceCandidate advance;
    private final Caller caller;
    private final Clock clock;

    RecordVisit(
            HomeVisits visits,
            KpmRecords records,
            Identities identities,
            SubmitVisitFindings findings,
            AdvanceCandidate advance,
            Caller caller,
            Clock clock) {
        this.visits = visits;
        this.records = records;
        this.identities = identities;
        this.findings = findings;
        this.advance = advance;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public UUID handle(HomeVisitRequest request) {
        return recorded(request, null, caller.subject());
    }

    /** The visit stays that of the person who made it, whoever corrects the record. */
    @Transactional
    UUID correct(UUID id, HomeVisitRequest request) {
        VisitRow wrong =
                visits.list(new Conditions().and("v.visit_id = ?", id), 1).stream()
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        records.lock(wrong.kpmId());
        if (!wrong.kpmId().equals(request.kpmId())) {
            throw Refused.because("VISIT_OF_ANOTHER_FAMILY");
        }
        return recorded(request, id, wrong.visitedBy());
    }

    private UUID recorded(HomeVisitRequest request, UUID supersedes, String visitor) {
        Family family = records.lockForChange(request.kpmId());
        Instant now = clock.instant();
        Position position = request.readPosition();
        VisitRule.faultOf(
                        request.visitedOn(),
                        family.details().participatingSince(),
                        BusinessDates.on(now),
                        request.readHouse(),
                        request.findings(),
                        position)
                .ifPresent(
                        code -> {
                            throw Refused.because(code)
                                    .with(
                                            "since",
                                            family.details().participatingSince().toString());
                        });
        UUID id = UuidCreator.getTimeOrderedEpoch();
        NewVisit visit =
                new NewVisit(
                        id,
                        family.id(),
                        request.visitedOn(),
                        visitor,
                        request.purpose(),
                        request.readHouse(),
                        sealed(PersonalField.POSITION, written(position)),
                        request.findings(),
                        request.remark(),
                        supersedes,
                        caller.subject(),
                        now);
        UniqueViolations.refuseOn(() -> visits.insert(visit, photos(request, now)));
        if (request.purpose() == Purpose.INITIAL_TRACING
                && !request.findings().contains(Finding.NOBODY_MET)) {
            advance.handle(family, KpmStatus.VISITED, request.visitedOn(), "TRACED_AT_HOME");
        }
        if (request.changes() != null) {
            findings.handle(family.id(), id, request.visitedOn(), request.changes());
        }
        return id;
    }

    private List<NewPhoto> photos(HomeVisitRequest request, Instant now) {
        List<NewPhoto> photos = new ArrayList<>();
        List<PhotoEntry> entries = request.photos() == null ? List.of() : request.photos();
        for (PhotoEntry photo : entries) {
            if (photo.takenAt().isAfter(now)) {
                throw Refused.because(VisitRule.IN_FUTURE).with("field", "photos.taken_at");
            }
            photos.add(
                    new NewPhoto(
                            photos.size() + 1,
                            photo.kind(),
                            sealed(PersonalField.PHOTO, photo.reference()),
                            photo.sha256(),
                            photo.takenAt()));
        }
        return photos;
    }

    private byte[] sealed(PersonalField field, String text) {
        return text == null ? null : identities.text(field, text, Optional.empty()).cipher();
    }

    private static String written(Position position) {
        return position == null
                ? null
                : String.join(
                        ";",
                        position.latitude().toPlainString(),
                        position.longitude().toPlainString(),
                        Integer.toString(position.accuracyMetres()));
    }
}
