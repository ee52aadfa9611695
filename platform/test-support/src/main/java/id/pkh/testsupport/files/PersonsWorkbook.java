package id.pkh.testsupport.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the hands of a person: opened, filled in and saved by another program. */
public final class PersonsWorkbook {

    private final XSSFWorkbook workbook;
    private final DataFormatter shown = new DataFormatter();

    private PersonsWorkbook(byte[] bytes) {
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PersonsWorkbook opened(byte[] bytes) {
        return new PersonsWorkbook(bytes);
    }

    public XSSFWorkbook poi() {
        return workbook;
    }

    public byte[] saved() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Rows of a sheet below the header. */
    public List<Row> rows(String sheet) {
        List<Row> rows = new ArrayList<>();
        for (Row row : workbook.getSheet(sheet)) {
            if (row.getRowNum() > 0) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The header of a sheet. */
    public List<String> headers(String sheet) {
        List<String> headers = new ArrayList<>();
        for (Cell cell : workbook.getSheet(sheet).getRow(0)) {
            headers.add(shown.formatCellValue(cell));
        }
        return headers;
    }

    /** The first row in which a column has this value. */
    public Row row(String sheet, String header, String value) {
        return rows(sheet).stream()
                .filter(row -> text(row, header).equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " on " + sheet));
    }

    public String text(Row row, String header) {
        Cell cell = row.getCell(column(row.getSheet(), header));
        return cell == null ? "" : shown.formatCellValue(cell);
    }

    public PersonsWorkbook write(Row row, String header, String text) {
        cell(row, header).setCellValue(text);
        return this;
    }

    public PersonsWorkbook write(Row row, String header, LocalDate day) {
        cell(row, header).setCellValue(day);
        return this;
    }

    public PersonsWorkbook write(Row row, String header, long number) {
        cell(row, header).setCellValue(number);
        return this;
    }

    /** A copy of a row at the end of its sheet. */
    public Row copyOf(Row row) {
        Sheet sheet = row.getSheet();
        Row copy = sheet.createRow(sheet.getLastRowNum() + 1);
        for (Cell cell : row) {
            Cell copied = copy.createCell(cell.getColumnIndex());
            copied.setCellStyle(cell.getCellStyle());
            if (cell.getCellType() == CellType.STRING) {
                copied.setCellValue(cell.getStringCellValue());
            } else if (cell.getCellType() == CellType.NUMERIC) {
                copied.setCellValue(cell.getNumericCellValue());
            }
        }
        return copy;
    }

    public int column(Sheet sheet, String header) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(header)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + header + " on " + sheet.getSheetName());
    }

    /** The value of a formula, computed now. */
    public double computed(String sheet, int row, int column) {
        return workbook.getCreationHelper()
                .createFormulaEvaluator()
                .evaluate(workbook.getSheet(sheet).getRow(row).getCell(column))
                .getNumberValue();
    }

    private Cell cell(Row row, String header) {
        int column = column(row.getSheet(), header);
        Cell cell = row.getCell(column);
        return cell == null ? row.createCell(column) : cell;
    }
}
