package id.pkh.platform.figures;

import java.util.Objects;

/**
 * One count.
 *
 * @param villageCode where what is counted belongs
 * @param groupCode null if it is not known by group, or was not asked for
 * @param figure what is counted: a code of docs/rules/figures.md
 * @param item what it is divided by, such as a mark or a state; empty if it is not divided
 * @param value a number, or an amount in rupiah
 */
public record Figure(String villageCode, String groupCode, String figure, String item, long value) {

    public Figure {
        Objects.requireNonNull(villageCode);
        Objects.requireNonNull(figure);
        Objects.requireNonNull(item);
    }
}
