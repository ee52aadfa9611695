package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.file.UnreadableReport.ElementFault;
import java.util.Locale;
import java.util.function.Function;

/**
 * Assembles the elements of a message; it keeps one transaction at a time in memory.
 *
 * @param <U> what is made of an element
 */
abstract class ReportAssembly<U> {

    /** What ISO 20022 demands in place of a reference that the sender does not have. */
    private static final String NO_REFERENCE = "NOTPROVIDED";

    private ElementPath<U> place;
    private int places;

    ReportAssembly(Function<String, U> uses) {
        this.place = ElementPath.outside(uses);
    }

    final void open(String name, String currency) throws UnreadableReport {
        ElementPath<U> known = place.known(name);
        if (known == null && ++places > ElementPath.MAX_PLACES) {
            throw UnreadableReport.element(place.shown(), ElementFault.TOO_MANY);
        }
        place = known == null ? place.make(name) : known;
        opened(currency);
    }

    final void close(ElementText text) throws UnreadableReport {
        ElementPath<U> here = place;
        place = here.parent();
        closed(here, text);
    }

    /** The element that is being read, as it is shown to people. */
    final String place() {
        return place.shown();
    }

    /** Whether the element that is being read has contents in namespaces of others. */
    final boolean isForeign() {
        return place.isForeign();
    }

    /**
     * @param currency null when the element has none
     */
    abstract void opened(String currency);

    abstract void closed(ElementPath<U> element, ElementText text) throws UnreadableReport;

    /** The file ends here; refuses it if it lacks what is needed to apply it. */
    abstract void end() throws UnreadableReport;

    /** The file is cut off here. */
    abstract void cut() throws UnreadableReport;

    static void requireWhole(ElementPath<?> element, ElementText text) throws UnreadableReport {
        if (text.isCut()) {
            throw UnreadableReport.element(element.shown(), ElementFault.TOO_LONG);
        }
    }

    static String whole(ElementPath<?> element, ElementText text) throws UnreadableReport {
        requireWhole(element, text);
        return text.stripped();
    }

    /** Returns null in place of what stands for a missing reference. */
    static String reference(String stated) {
        return stated == null
                        || stated.length() <= NO_REFERENCE.length() + 1 && isNoReference(stated)
                ? null
                : stated;
    }

    private static boolean isNoReference(String stated) {
        String plain = stated.toUpperCase(Locale.ROOT).replace(" ", "").replace("_", "");
        return plain.equals(NO_REFERENCE) || plain.equals("NONREF");
    }
}
