package id.pkh.disbursement.report.file;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.report.file.ReportParts.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All that a file of bookings states. */
final class KeptParts implements Listener {

    final List<Group> groups = new ArrayList<>();
    final List<ParsedLine> lines = new ArrayList<>();
    final List<Statement> statements = new ArrayList<>();
    Fault fault;

    static KeptParts read(byte[] file) throws UnreadableReport, IOException {
        KeptParts kept = new KeptParts();
        ReportReader.read(new ByteArrayInputStream(file), kept);
        return kept;
    }

    /** The code with which the file is refused, or READ. */
    static String codeOf(byte[] file) {
        UnreadableReport refused = catchThrowableOfType(UnreadableReport.class, () -> read(file));
        return refused == null ? "READ" : refused.code();
    }

    @Override
    public void group(Group read) {
        groups.add(read);
    }

    @Override
    public void line(ParsedLine read) {
        lines.add(read);
    }

    @Override
    public void block(Block read) {
        throw new AssertionError(read);
    }

    @Override
    public void statement(Statement read) {
        statements.add(read);
    }

    @Override
    public void fault(Fault read) {
        fault = read;
    }
}
