package id.pkh.district.recount;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.recount.TableFile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {

    @TempDir private Path folder;

    private List<Line> read(String content) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.writeString(file, content);
        return TableFile.read(file);
    }

    @Test
    void readsSemicolonsAndCommas() throws IOException {
        assertThat(read("a;b\n1,5;2\n").get(1).cells()).containsExactly("1,5", "2");
        assertThat(read("a,b,c\n1,\"x, y\",3\n").get(1).cells()).containsExactly("1", "x, y", "3");
    }

    @Test
    void countsLinesAsAnEditorDoes() throws IOException {
        List<Line> lines = read("\uFEFFsep=;\na;b\n\n1;2\n");
        assertThat(lines).extracting(Line::number).containsExactly(2, 4);
        assertThat(lines.get(0).cells()).containsExactly("a", "b");
    }

    @Test
    void findsColumnsWhateverTheirSpelling() throws IOException {
        Line head = read("NIK Pengurus;no_kk\n").get(0);
        assertThat(head.column("nik_pengurus")).isZero();
        assertThat(head.column("No. KK")).isEqualTo(1);
        assertThat(head.column("nama")).isEqualTo(-1);
    }
}
