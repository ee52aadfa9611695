package id.pkh.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.persistence.Partitions.Bounds;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "persistence"))
class PartitionsComponentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    @Inject Partitions partitions;
    @Inject PartitionUpkeep upkeep;
    @Inject Database database;

    @Test
    void partitionsAreMadeAheadOnce() {
        PartitionedTable table = PartitionedTable.monthly("grown", 2, null);

        partitions.makeAhead(table, TODAY);

        assertThat(partitions.of("grown"))
                .contains(
                        new Bounds("grown_202603", day(2026, 3), day(2026, 4)),
                        new Bounds("grown_202604", day(2026, 4), day(2026, 5)),
                        new Bounds("grown_202605", day(2026, 5), day(2026, 6)));
        assertThat(partitions.makeAhead(table, TODAY)).isEmpty();
    }

    @Test
    void aPartitionGoesWhenItsRetentionHasRunOutAndNotADayEarlier() {
        PartitionedTable table = PartitionedTable.monthly("grown_instant", 0, Period.ofMonths(2));
        partitions.makeAhead(table, LocalDate.of(2025, 1, 31));
        database.update("INSERT INTO grown_instant VALUES ('2025-01-05T00:00:00Z')", u -> {});

        assertThat(partitions.dropExpired(table, LocalDate.of(2025, 3, 31))).isEmpty();
        assertThat(partitions.dropExpired(table, LocalDate.of(2025, 4, 1)))
                .containsExactly("grown_instant_202501");
        assertThat(partitions.of("grown_instant")).isEmpty();
    }

    @Test
    void whatIsStillNeededStays() {
        PartitionedTable table =
                PartitionedTable.monthly("grown_instant", 0, Period.ofMonths(1))
                        .onlyIf(firstDay -> !firstDay.equals(day(2024, 1)));
        partitions.makeAhead(table, day(2024, 1));
        partitions.makeAhead(table, day(2024, 2));

        assertThat(partitions.dropExpired(table, day(2025, 1)))
                .containsExactly("grown_instant_202402");
        assertThat(partitions.dropExpired(table.onlyIf(firstDay -> true), day(2025, 1)))
                .containsExactly("grown_instant_202401");
    }

    @Test
    void whatHasNoRetentionIsKept() {
        PartitionedTable table = PartitionedTable.monthly("grown", 0, null);
        partitions.makeAhead(table, day(2020, 1));

        assertThat(partitions.dropExpired(table, TODAY)).isEmpty();
        assertThat(partitions.of("grown")).extracting(Bounds::name).contains("grown_202001");
    }

    @Test
    void theTablesOfAServiceAreLookedAfterAtItsStart() {
        assertThat(partitions.of("grown_yearly"))
                .extracting(Bounds::name)
                .contains("grown_yearly_2026", "grown_yearly_2027");

        upkeep.daily();

        assertThat(partitions.of("grown_yearly")).hasSize(2);
    }

    private static LocalDate day(int year, int month) {
        return LocalDate.of(year, month, 1);
    }
}
