package id.pkh.registry.complaint.domain;

import id.pkh.registry.complaint.domain.ComplaintCodes.Category;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/**
 * By when a level settles a complaint: the days of the policy, after the day on which it got it. A
 * type may have fewer days than its category; the earlier day counts.
 */
public final class ComplaintDeadline {

    private ComplaintDeadline() {}

    /** The days of a category and priority in a version of the policy. */
    public record CategoryDays(
            String policyCode,
            LocalDate validFrom,
            Category category,
            Priority priority,
            int days) {}

    /** The days of a type in a version, whatever its priority. */
    public record TypeDays(String policyCode, ComplaintType type, int days) {}

    /** The version is the latest that had begun on the day. */
    public static LocalDate of(
            ComplaintType type,
            Priority priority,
            LocalDate since,
            Collection<CategoryDays> categories,
            Collection<TypeDays> types) {
        CategoryDays usual =
                categories.stream()
                        .filter(row -> row.category() == type.category())
                        .filter(row -> row.priority() == priority)
                        .filter(row -> !row.validFrom().isAfter(since))
                        .max(Comparator.comparing(CategoryDays::validFrom))
                        .orElseThrow(() -> new IllegalStateException("no deadline of complaints"));
        int days =
                types.stream()
                        .filter(row -> row.policyCode().equals(usual.policyCode()))
                        .filter(row -> row.type() == type)
                        .mapToInt(TypeDays::days)
                        .reduce(usual.days(), Math::min);
        return since.plusDays(days);
    }
}
