package id.pkh.platform.figures;

import java.util.List;
import java.util.Set;

/** Counts one kind of record, as a bean. A count is made from sets, not row by row. */
public interface FigureSource {

    /** The codes of what it counts. */
    Set<String> figures();

    /** A count that is zero may be left out. Rows with the same keys are added up. */
    List<Figure> count(FigureQuery query);
}
