package id.pkh.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook that is assembled by hand, so that it can contain faults. */
final class RawXlsx {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String REL =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private boolean stored;

    RawXlsx() {
        entry(
                "[Content_Types].xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                </Types>
                """);
        entry(
                "xl/workbook.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
                        .formatted(MAIN, REL));
        entry(
                "xl/_rels/workbook.xml.rels",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>
                </Relationships>
                """
                        .formatted(REL));
        entry("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si><t>satu</t></si></sst>");
        sheet("");
    }

    RawXlsx sheet(String rows) {
        return sheetXml(
                "<worksheet xmlns=\""
                        + MAIN
                        + "\"><sheetData>"
                        + rows
                        + "</sheetData></worksheet>");
    }

    RawXlsx sheetXml(String xml) {
        return entry("xl/worksheets/sheet1.xml", xml);
    }

    RawXlsx sheetXml(byte[] xml) {
        return entry("xl/worksheets/sheet1.xml", xml);
    }

    RawXlsx entry(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    RawXlsx entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    RawXlsx stored() {
        stored = true;
        return this;
    }

    int entries() {
        return entries.size();
    }

    long inflatedBytes() {
        return entries.values().stream().mapToLong(content -> content.length).sum();
    }

    byte[] bytes() {
        return zip(entries, stored);
    }

    static byte[] zip(String name, byte[] content) {
        return zip(Map.of(name, content), false);
    }

    private static byte[] zip(Map<String, byte[]> entries, boolean stored) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> one : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(one.getKey());
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(one.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(one.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(one.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
