package id.pkh.disbursement.situation;

import id.pkh.disbursement.situation.domain.NextStep;
import id.pkh.disbursement.situation.domain.Situation;
import id.pkh.platform.web.Language;
import java.time.LocalDate;

/** What situations and reasons are in words, by date. */
public interface SituationTexts {

    /** A text in both languages. */
    record Words(String english, String indonesian) {

        /** Null for no text. */
        public static String in(Language language, Words words) {
            if (words == null) {
                return null;
            }
            return language == Language.INDONESIAN ? words.indonesian : words.english;
        }
    }

    /** A situation in words, and what to do next. */
    record SituationText(Words text, Words next, NextStep step) {}

    /**
     * The text of a situation with this reason, or else of the situation.
     *
     * @param reason null for none
     */
    SituationText of(Situation situation, String reason, LocalDate day);

    /** A reason in words; null for a reason that has none, such as a new one of a bank. */
    Words reason(String reason, LocalDate day);
}
