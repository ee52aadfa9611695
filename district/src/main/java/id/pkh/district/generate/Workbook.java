package id.pkh.district.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes rows as the smallest workbook that spreadsheet programs open. It uses no library, because
 * libraries write the current time into the file, and the same seed has to give the same bytes. For
 * the same reason the entries are stored, not deflated.
 */
final class Workbook {

    private static final LocalDateTime STAMP = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Workbook() {}

    static void write(Path file, List<List<Object>> rows) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            entry(zip, "[Content_Types].xml", contentTypes());
            entry(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            entry(zip, "xl/workbook.xml", workbook());
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relation("worksheet", "worksheets/sheet1.xml"));
            entry(zip, "xl/worksheets/sheet1.xml", sheet(rows));
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(STAMP);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String contentTypes() {
        return XML
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType="
                + "\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                + TYPES
                + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
                + TYPES
                + "worksheet+xml\"/></Types>";
    }

    private static String relation(String type, String target) {
        return XML
                + "<Relationships xmlns=\""
                + PACKAGE
                + "\"><Relationship Id=\"rId1\" Type=\""
                + OFFICE
                + "/"
                + type
                + "\" Target=\""
                + target
                + "\"/></Relationships>";
    }

    private static String workbook() {
        return XML
                + "<workbook xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + OFFICE
                + "\"><sheets><sheet name=\"Lembar1\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
                + "</workbook>";
    }

    private static String sheet(List<List<Object>> rows) {
        StringBuilder xml = new StringBuilder(XML);
        xml.append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            List<Object> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                cell(xml, reference(column) + (row + 1), cells.get(column));
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void cell(StringBuilder xml, String reference, Object value) {
        if (value instanceof Number) {
            xml.append("<c r=\"").append(reference).append("\"><v>").append(value);
            xml.append("</v></c>");
        } else if (!String.valueOf(value).isEmpty()) {
            xml.append("<c r=\"").append(reference).append("\" t=\"inlineStr\"><is><t>");
            xml.append(escaped(String.valueOf(value))).append("</t></is></c>");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String reference(int column) {
        String letters = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? letters : reference(column / 26 - 1) + letters;
    }
}
