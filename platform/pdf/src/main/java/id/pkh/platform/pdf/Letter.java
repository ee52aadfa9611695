package id.pkh.platform.pdf;

import java.util.List;

/**
 * The words of a letter to a family, in the order in which they are read.
 *
 * @param letterhead the institution, if one is configured, and the programme
 * @param reference what the letter is about, as a person enters it with the delivery
 */
public record Letter(
        List<String> letterhead,
        List<Field> fields,
        String reference,
        String title,
        List<String> paragraphs,
        Receipt receipt) {

    /** A line above the text, such as the date. */
    public record Field(String label, String value) {}

    /**
     * The place where the family and the person who hands the letter over sign.
     *
     * @param lines what each of them writes
     */
    public record Receipt(
            String title, String text, String family, String deliverer, List<String> lines) {}
}
