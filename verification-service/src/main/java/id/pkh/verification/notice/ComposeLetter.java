package id.pkh.verification.notice;

import id.pkh.platform.pdf.Letter;
import id.pkh.platform.pdf.Letter.Field;
import id.pkh.platform.pdf.Letter.Receipt;
import id.pkh.platform.web.area.AreaNames;
import id.pkh.verification.notice.LetterSubjects.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what a letter needs around the text of a notice: who writes, to whom, and who signs. */
final class ComposeLetter {

    private static final String OF_STEP = "S/";
    private static final String OF_DECISION = "D/";

    private final NoticeTexts texts;
    private final Optional<String> institution;
    private final AreaNames areas;

    ComposeLetter(NoticeTexts texts, Optional<String> institution, AreaNames areas) {
        this.texts = texts;
        this.institution = institution;
        this.areas = areas;
    }

    /**
     * The letter of a notice.
     *
     * @param caretaker null when the reader may not see names: then the reference alone says whose
     *     letter it is
     */
    Letter letter(Subject subject, FamilyNotice notice, String caretaker, LocalDate today) {
        List<String> letterhead = new ArrayList<>();
        institution.ifPresent(letterhead::add);
        letterhead.add(texts.of("letter.programme"));
        String reference =
                (subject.isDecision() ? OF_DECISION : OF_STEP) + subject.subjectId().toString();
        return new Letter(
                letterhead,
                fields(subject, reference, caretaker, today),
                reference,
                notice.title(),
                Arrays.asList(notice.text().split("\n\n")),
                receipt(today));
    }

    private List<Field> fields(
            Subject subject, String reference, String caretaker, LocalDate today) {
        List<Field> fields = new ArrayList<>();
        fields.add(field("letter.reference", reference));
        fields.add(field("letter.day", Indonesian.date(today)));
        fields.add(field("letter.village", areas.withCode(subject.villageCode())));
        if (subject.groupCode() != null) {
            fields.add(field("letter.group", subject.groupCode()));
        }
        fields.add(field("letter.to", caretaker == null ? texts.of("letter.family") : caretaker));
        return fields;
    }

    private Field field(String key, String value) {
        return new Field(texts.of(key), value);
    }

    private Receipt receipt(LocalDate today) {
        return new Receipt(
                texts.of("letter.receipt"),
                texts.of("letter.received", Map.of("day", Indonesian.date(today))),
                texts.of("letter.signs.family"),
                texts.of("letter.signs.deliverer"),
                List.of(
                        texts.of("letter.sign.name"),
                        texts.of("letter.sign.day"),
                        texts.of("letter.sign.signature")));
    }
}
