package id.pkh.registry.dci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import id.pkh.registry.dci.domain.ReportedEnrolment;
import id.pkh.registry.finding.KeyKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One beneficiary of another programme. The standard leaves the record open, so it is read as this
 * registry writes its own, and as the example of the standard's document has it.
 *
 * @param person the number that names the person, or the family
 * @param effectiveOn since when the status is so
 */
record EnrolmentRecord(
        SearchQuery person, Programme programme, Status status, LocalDate effectiveOn) {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final DateTimeFormatter DOTTED =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final String MISSING_DATE =
            "status_change_date or enrolment_date must be a day up to today";

    /**
     * @throws Rejected when it does not say who is enrolled in what and since when
     */
    static EnrolmentRecord of(JsonNode beneficiary, LocalDate today) {
        JsonNode member = only(beneficiary.path("member"));
        JsonNode programme = only(first("programme_identifier", beneficiary, member));
        JsonNode named =
                programme.isTextual()
                        ? programme
                        : first("programme_identifier", programme, programme.path("programme"));
        EnrolmentRecord read =
                new EnrolmentRecord(
                        person(member),
                        ReportedEnrolment.programmeOf(named.asText(""))
                                .orElseThrow(
                                        () ->
                                                rejected(
                                                        "the programme must be one of KIS, KIP and SEMBAKO")),
                        ReportedEnrolment.statusOf(
                                        first("enrolment_status", beneficiary, programme)
                                                .asText(""))
                                .orElseThrow(() -> rejected("enrolment_status must be 1, 3 or 4")),
                        day(beneficiary, programme, today));
        read.requirePerson();
        return read;
    }

    private void requirePerson() {
        boolean isOfFamily = person.key() != null && person.key().kind() == KeyKind.FAMILY_CARD;
        if (programme.isOfMember() && isOfFamily) {
            throw rejected("this programme is of a person, and needs the number of one");
        }
    }

    /** The first number that this registry knows. */
    private static SearchQuery person(JsonNode member) {
        JsonNode info = member.path("demographic_info");
        return Stream.of(
                        member.path("member_identifier"),
                        info.path("identifier"),
                        info.path("person"))
                .flatMap(EnrolmentRecord::each)
                .filter(one -> SearchQuery.isNumber(one.path("identifier_type").asText("")))
                .filter(one -> !one.path("identifier_value").asText("").isBlank())
                .findFirst()
                .map(
                        one ->
                                SearchQuery.of(
                                        List.of(
                                                new SearchCondition(
                                                        one.path("identifier_type").asText(),
                                                        false,
                                                        one.path("identifier_value")))))
                .orElseThrow(() -> rejected("the member needs an identifier of a known type"));
    }

    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    private static LocalDate day(JsonNode beneficiary, JsonNode programme, LocalDate today) {
        String text =
                Stream.of("status_change_date", "enrolment_date")
                        .map(name -> first(name, beneficiary, programme).asText(""))
                        .filter(date -> !date.isBlank())
                        .findFirst()
                        .orElseThrow(() -> rejected(MISSING_DATE));
        LocalDate day = parsed(text);
        if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            throw rejected(MISSING_DATE);
        }
        return day;
    }

    private static LocalDate parsed(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}T.{1,40}")) {
                return BusinessDates.on(OffsetDateTime.parse(text).toInstant());
            }
            return LocalDate.parse(text, DOTTED);
        } catch (DateTimeException unreadable) {
            throw rejected(MISSING_DATE);
        }
    }

    /** What the first of these has under a name. */
    private static JsonNode first(String name, JsonNode... places) {
        return Stream.of(places)
                .map(place -> place.path(name))
                .filter(found -> !found.isMissingNode() && !found.isNull())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** A list of one is that one; of several none is meant. */
    private static JsonNode only(JsonNode node) {
        if (!node.isArray()) {
            return node;
        }
        return node.size() == 1 ? node.get(0) : MissingNode.getInstance();
    }

    /** The standard has no reason codes for updates. */
    private static Rejected rejected(String text) {
        return new Rejected(null, text);
    }
}
